using System.Runtime.InteropServices;
using ModelSandbox.Protocol;

namespace ModelSandbox;

/// <summary>Replies that no persona speaks: the list of models, and embeddings.</summary>
internal static class OtherReplies
{
    /// <summary>Of all models, or of the one that the address names.</summary>
    public static string Models(Exchange exchange, ModelServerOptions options)
    {
        IReadOnlyList<string> names = [.. options.Models, options.EmbeddingModel];
        var named = exchange.Target.Split("/v1/models/") is [_, var name] ? name : "";
        return named.Length == 0 ? ApiJson.Write(new { @object = "list", data = names.Select(Model) })
            : names.Contains(named) ? ApiJson.Write(Model(named))
            : throw new ApiRefusal(404, $"The model '{named}' does not exist", parameter: "model", code: "model_not_found");
    }

    public static string Embeddings(EmbeddingRequest request)
    {
        var tokens = request.Texts.Sum(TokenCount.Of);
        return ApiJson.Write(new
        {
            @object = "list",
            data = request.Texts.Select((text, index) => new { @object = "embedding", index, embedding = Vector(request, text) }),
            model = request.Model,
            usage = new { prompt_tokens = tokens, total_tokens = tokens },
        });
    }

    private static object Vector(EmbeddingRequest request, string text)
    {
        var vector = HashedWords.VectorOf(text, request.Dimensions);
        return request.IsBase64 ? Convert.ToBase64String(MemoryMarshal.AsBytes<float>(vector.ToArray())) : vector;
    }

    private static object Model(string id) => new { id, @object = "model", created = 1_700_000_000, owned_by = "scripted" };
}
