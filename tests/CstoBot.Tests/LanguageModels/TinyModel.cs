using Google.Protobuf;
using static CstoBot.Tests.LanguageModels.ProtobufFields;

namespace CstoBot.Tests.LanguageModels;

/// <summary>
/// A sentence-embedding model in a file, written by hand: a table that has a row for each token. Words given together mean the same; padding has
/// a row of its own that would spoil any vector it got into.
/// </summary>
internal sealed class TinyModel
{
    private const int Float = 1;
    private const int Int64 = 7;
    private const float Poison = 1_000;

    private static readonly string[] Marks = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"];
    private static readonly string[] Axes = ["batch", "sequence"];

    private readonly IReadOnlyList<string> meanings;

    public TinyModel(string folder, params IReadOnlyList<string> meanings)
    {
        this.meanings = meanings;
        (ModelPath, VocabularyPath) = (Path.Combine(folder, "tiny.onnx"), Path.Combine(folder, "vocab.txt"));
        File.WriteAllLines(VocabularyPath, [.. Marks, .. Words]);
        Write(Tokens());
    }

    public string ModelPath { get; }

    public string VocabularyPath { get; }

    /// <summary>One for each meaning, and one for what has none.</summary>
    public int Dimensions => meanings.Count + 1;

    private IEnumerable<string> Words => meanings.SelectMany(words => words.Split(' '));

    /// <summary>Makes it a model that also wants to know which sentence a token is of.</summary>
    public TinyModel WithTypes()
    {
        Write(message => Graph(message, [Gather("table", "input_ids", "ids"), Gather("types", "token_type_ids", "kinds"), Node("Add", ["ids", "kinds"], "last_hidden_state")],
            ["input_ids", "attention_mask", "token_type_ids"], ("last_hidden_state", 3)));
        return this;
    }

    /// <summary>Makes it a model that gives the sentence's vector itself, beside its tokens': here those of the last token.</summary>
    public TinyModel WithSentences()
    {
        Write(message => Graph(message, [Gather("table", "input_ids", "token_embeddings"), Node("ReduceMax", ["token_embeddings"], "sentence_embedding", ("axes", [1]), ("keepdims", [0]))],
            ["input_ids", "attention_mask"], ("token_embeddings", 3), ("sentence_embedding", 2)));
        return this;
    }

    /// <summary>Makes it a model for something else.</summary>
    public TinyModel WithInput(string name)
    {
        Write(message => Graph(message, [Gather("table", name, "last_hidden_state")], [name], ("last_hidden_state", 3)));
        return this;
    }

    private Action<CodedOutputStream> Tokens() => message =>
        Graph(message, [Gather("table", "input_ids", "last_hidden_state")], ["input_ids", "attention_mask"], ("last_hidden_state", 3));

    private void Write(Action<CodedOutputStream> graph)
    {
        using var file = File.Create(ModelPath);
        using var model = new CodedOutputStream(file);
        Number(model, 1, 8); // ir_version
        Message(model, 8, opset => Number(opset, 2, 17));
        Message(model, 7, graph);
    }

    private void Graph(
        CodedOutputStream graph, IReadOnlyList<Action<CodedOutputStream>> nodes, IReadOnlyList<string> inputs, params IReadOnlyList<(string Name, int Axes)> outputs)
    {
        foreach (var node in nodes)
        {
            Message(graph, 1, node);
        }

        Text(graph, 2, "tiny");
        Message(graph, 5, tensor => Tensor(tensor, "table", Table()));
        Message(graph, 5, tensor => Tensor(tensor, "types", [new float[Dimensions], [.. Enumerable.Repeat(Poison, Dimensions)]]));
        foreach (var input in inputs)
        {
            Message(graph, 11, value => Value(value, input, Int64, Axes));
        }

        foreach (var (name, axes) in outputs)
        {
            Message(graph, 12, value => Value(value, name, Float, [.. Axes.Take(axes - 1), $"{Dimensions}"]));
        }
    }

    /// <summary>A row for each line of the vocabulary.</summary>
    private List<float[]> Table()
    {
        var padding = Enumerable.Repeat(Poison, Dimensions).ToArray();
        var nothing = new float[Dimensions];
        var unknown = new float[Dimensions];
        unknown[^1] = 0.1f;
        return [padding, unknown, nothing, nothing, nothing, .. meanings.SelectMany((words, meaning) => words.Split(' ').Select(_ => Row(meaning)))];
    }

    private float[] Row(int meaning)
    {
        var row = new float[Dimensions];
        row[meaning] = 1;
        return row;
    }

    private static Action<CodedOutputStream> Gather(string table, string places, string output) => Node("Gather", [table, places], output);

    private static Action<CodedOutputStream> Node(string operation, string[] inputs, string output, params (string Name, long[] Values)[] attributes) => node =>
    {
        foreach (var input in inputs)
        {
            Text(node, 1, input);
        }

        Text(node, 2, output);
        Text(node, 4, operation);
        foreach (var (name, values) in attributes)
        {
            Message(node, 5, attribute =>
            {
                Text(attribute, 1, name);
                if (name == "axes")
                {
                    foreach (var value in values)
                    {
                        Number(attribute, 8, value);
                    }
                }
                else
                {
                    Number(attribute, 3, values[0]);
                }

                Number(attribute, 20, name == "axes" ? 7 : 2); // a list of numbers, or one
            });
        }
    };

    private static void Tensor(CodedOutputStream tensor, string name, IReadOnlyList<float[]> rows)
    {
        Number(tensor, 1, rows.Count);
        Number(tensor, 1, rows[0].Length);
        Number(tensor, 2, Float);
        Text(tensor, 8, name);
        tensor.WriteTag(9, WireFormat.WireType.LengthDelimited);
        tensor.WriteBytes(ByteString.CopyFrom([.. rows.SelectMany(row => row).SelectMany(BitConverter.GetBytes)]));
    }

    private static void Value(CodedOutputStream value, string name, int type, params IReadOnlyList<string> axes)
    {
        Text(value, 1, name);
        Message(value, 2, kind => Message(kind, 1, tensor =>
        {
            Number(tensor, 1, type);
            Message(tensor, 2, shape =>
            {
                foreach (var axis in axes)
                {
                    Message(shape, 1, dimension =>
                    {
                        if (long.TryParse(axis, out var size))
                        {
                            Number(dimension, 1, size);
                        }
                        else
                        {
                            Text(dimension, 2, axis);
                        }
                    });
                }
            });
        }));
    }

    private static void Text(CodedOutputStream message, int field, string text)
    {
        message.WriteTag(field, WireFormat.WireType.LengthDelimited);
        message.WriteString(text);
    }
}
