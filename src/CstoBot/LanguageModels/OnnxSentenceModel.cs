using CstoBot.Retrieval.Dense;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using SessionOptions = Microsoft.ML.OnnxRuntime.SessionOptions;

namespace CstoBot.LanguageModels;

/// <summary>A sentence-embedding model in a file: knows its inputs and which of its outputs to take. Any number of callers at once.</summary>
internal sealed class OnnxSentenceModel : IDisposable
{
    private const string Ids = "input_ids";
    private const string Mask = "attention_mask";
    private const string Types = "token_type_ids";

    // The output of models that pool by themselves.
    private const string Pooled = "sentence_embedding";

    private const int PerTextAxes = 2;
    private const int PerTokenAxes = 3;

    // What goes wrong comes as an exception; the runtime would print it besides, with what it makes of the text.
    private const OrtLoggingLevel Silent = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL;

    private readonly InferenceSession session;
    private readonly string output;

    private OnnxSentenceModel(InferenceSession session, string output)
    {
        this.session = session;
        this.output = output;
    }

    /// <exception cref="InvalidDataException">The model is of another kind.</exception>
    /// <exception cref="OnnxRuntimeException">The file is no model.</exception>
    public static OnnxSentenceModel Open(string path)
    {
        using var options = new SessionOptions { LogSeverityLevel = Silent };
        var session = new InferenceSession(path, options);
        try
        {
            CheckInputs(session);
            return new OnnxSentenceModel(session, Output(session));
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>One vector for each row, of whatever length.</summary>
    /// <exception cref="EmbeddingFailedException">The model failed on these texts.</exception>
    public IReadOnlyList<float[]> Run(TokenBatch batch, VectorPooling pooling, CancellationToken cancellationToken)
    {
        using var run = new RunOptions { LogSeverityLevel = Silent };
        using var stop = cancellationToken.Register(() => run.Terminate = true);
        var names = session.InputNames;
        var inputs = names.Select(name => Input(name, batch)).ToList();
        try
        {
            using var results = session.Run(run, names, inputs, [output]);
            var shape = results[0].GetTensorTypeAndShape().Shape;
            var values = results[0].GetTensorDataAsSpan<float>();
            var dimensions = (int)shape[^1];
            return shape.Length == PerTokenAxes
                ? TokenPooling.Pool(values, batch, dimensions, pooling)
                : Rows(values, dimensions);
        }
        catch (OnnxRuntimeException exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new EmbeddingFailedException("the model file failed on a text (is Embeddings:Tokenizer the one that belongs to it?)", exception);
        }
        finally
        {
            inputs.ForEach(input => input.Dispose());
        }
    }

    public void Dispose() => session.Dispose();

    private OrtValue Input(string name, TokenBatch batch)
    {
        var values = name switch { Ids => batch.Ids, Mask => batch.Mask, _ => new long[batch.Ids.Length] };
        long[] shape = [batch.Rows, batch.Width];
        return session.InputMetadata[name].ElementDataType == TensorElementType.Int32
            ? OrtValue.CreateTensorValueFromMemory(Array.ConvertAll(values, value => (int)value), shape)
            : OrtValue.CreateTensorValueFromMemory(values, shape);
    }

    private static List<float[]> Rows(ReadOnlySpan<float> values, int dimensions)
    {
        var rows = new List<float[]>(values.Length / dimensions);
        for (var start = 0; start < values.Length; start += dimensions)
        {
            rows.Add(values.Slice(start, dimensions).ToArray());
        }

        return rows;
    }

    private static void CheckInputs(InferenceSession session)
    {
        var unknown = session.InputNames.Where(name => name is not (Ids or Mask or Types)).ToList();
        if (unknown.Count > 0 || !session.InputNames.Contains(Ids))
        {
            throw new InvalidDataException($"its inputs are {string.Join(", ", session.InputNames)}; a text model's are {Ids}, {Mask} and {Types}");
        }
    }

    /// <summary>The sentence's own vector if the model gives one by that name, else its tokens' vectors, else the only one there is.</summary>
    private static string Output(InferenceSession session)
    {
        var vectors = session.OutputMetadata.Where(output => output.Value.ElementDataType == TensorElementType.Float).ToList();
        return NameOrNull(output => output.Key == Pooled && output.Value.Dimensions.Length == PerTextAxes)
            ?? NameOrNull(output => output.Value.Dimensions.Length == PerTokenAxes)
            ?? NameOrNull(output => output.Value.Dimensions.Length == PerTextAxes)
            ?? throw new InvalidDataException("it has no output of 32-bit vectors, one for each token or each text");

        string? NameOrNull(Predicate<KeyValuePair<string, NodeMetadata>> fits) => vectors.Find(fits).Key;
    }
}
