using CstoBot.Ingestion;
using CstoBot.LanguageModels;
using CstoBot.Retrieval;
using CstoBot.Retrieval.Dense;
using CstoBot.Tests.Fakes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CstoBot.Tests.Retrieval.Dense;

public sealed class EmbeddingsOptionsTests : IDisposable
{
    private const string Address = "http://127.0.0.1:11434/v1";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Off_by_default_and_when_the_environment_gives_empty_values()
    {
        Assert.False(Checked().IsConfigured);
        Assert.False(Checked(("Endpoint", ""), ("Key", ""), ("Name", " "), ("Model", ""), ("Tokenizer", "")).IsConfigured);
    }

    [Fact]
    public void An_endpoint_needs_an_address_and_a_name_and_a_file_its_vocabulary()
    {
        var (model, vocabulary) = (Path.Combine(folder.Path, "model.onnx"), Path.Combine(folder.Path, "vocab.txt"));
        File.WriteAllText(model, "");
        File.WriteAllText(vocabulary, "");

        Assert.True(Checked(("Endpoint", Address), ("Name", "bge-m3")).UsesEndpoint);
        Assert.Equal(VectorPooling.Cls, Checked(("Model", model), ("Tokenizer", vocabulary), ("Pooling", "Cls")).Pooling);
    }

    [Theory]
    [InlineData("Embeddings:Endpoint must be an http or https address", "Endpoint", "localhost:11434", "Name", "x")]
    [InlineData("Embeddings:Endpoint must be an http or https address", "Endpoint", "file:///etc/passwd", "Name", "x")]
    [InlineData("Embeddings:Name is missing", "Endpoint", Address)]
    [InlineData("both set", "Endpoint", Address, "Name", "x", "Model", "/no/such.onnx")]
    [InlineData("Embeddings:Model does not exist: /no/such.onnx", "Model", "/no/such.onnx", "Tokenizer", "/no/vocab.txt")]
    [InlineData("Embeddings:Tokenizer does not exist: /no/vocab.txt", "Model", "/no/such.onnx", "Tokenizer", "/no/vocab.txt")]
    [InlineData("Embeddings:Tokenizer is missing", "Model", "/no/such.onnx")]
    [InlineData("Embeddings:Tokenizer must be", "Model", "/no/such.onnx", "Tokenizer", "tokenizer.json")]
    [InlineData("Embeddings:Endpoint is not", "Name", "x")]
    [InlineData("Embeddings:Endpoint is not", "Key", "x")]
    [InlineData("Embeddings:Model is not", "Tokenizer", "vocab.txt")]
    [InlineData("Embeddings:BatchSize must be between", "BatchSize", "0")]
    [InlineData("Embeddings:Dimensions must be between", "Dimensions", "-3")]
    [InlineData("Embeddings:MaxTokens must be between", "MaxTokens", "1")]
    [InlineData("Embeddings:TimeoutSeconds must be between", "TimeoutSeconds", "0")]
    [InlineData("Embeddings:QuestionTimeoutSeconds must be between", "QuestionTimeoutSeconds", "0")]
    [InlineData("Embeddings:Pooling", "Pooling", "Max")]
    public void A_fault_is_told_in_a_line_that_names_the_setting(string expected, params string[] settings)
    {
        var exception = Assert.Throws<StartupException>(() => Checked([.. settings.Chunk(2).Select(pair => (pair[0], pair[1]))]));

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_key_is_not_shown()
    {
        var exception = Assert.Throws<StartupException>(() => Checked(("Endpoint", Address), ("Name", "x"), ("Key", "very-secret\n")));

        Assert.Contains("Embeddings:Key", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", exception.ToString(), StringComparison.Ordinal);
    }

    private static EmbeddingsOptions Checked(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>($"Embeddings:{setting.Key}", setting.Value)))
            .Build();
        using var provider = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLogging()
            .AddIngestion().AddRetrieval().AddLanguageModels().AddSettingsCatalogue().BuildServiceProvider();
        provider.ValidateSettings();
        return provider.GetRequiredService<Microsoft.Extensions.Options.IOptions<EmbeddingsOptions>>().Value;
    }
}
