using Microsoft.ML.Tokenizers;

namespace CstoBot.LanguageModels;

/// <summary>
/// The tokens of XLM-RoBERTa and its kin (multilingual-e5, paraphrase-multilingual, bge-m3), from their <c>sentencepiece.bpe.model</c>.
/// Those models were trained on the file's numbers moved up by one, with marks of their own in the first places.
/// </summary>
internal sealed class SentencePieceEncoder : ITokenEncoder
{
    // fairseq's dictionary, as Hugging Face's XLMRobertaTokenizer has it.
    private const int Beginning = 0;
    private const int End = 2;
    private const int Unknown = 3;
    private const int Moved = 1;

    private readonly SentencePieceTokenizer tokenizer;

    private SentencePieceEncoder(SentencePieceTokenizer tokenizer) => this.tokenizer = tokenizer;

    public int Padding => 1;

    /// <exception cref="InvalidDataException">The file is of another family of models.</exception>
    public static SentencePieceEncoder Open(string path)
    {
        using var file = File.OpenRead(path);
        var tokenizer = SentencePieceTokenizer.Create(file, addBeginningOfSentence: false, addEndOfSentence: false, specialTokens: null);
        return (tokenizer.UnknownId, tokenizer.BeginningOfSentenceId, tokenizer.EndOfSentenceId) == (0, 1, 2)
            ? new SentencePieceEncoder(tokenizer)
            : throw new InvalidDataException("it is not arranged as XLM-RoBERTa's");
    }

    public IReadOnlyList<int> Encode(string text, int maxTokens)
    {
        var ids = tokenizer.EncodeToIds(text, addBeginningOfSentence: false, addEndOfSentence: false, considerPreTokenization: true, considerNormalization: true);
        return [Beginning, .. ids.Take(maxTokens - 2).Select(id => id == tokenizer.UnknownId ? Unknown : id + Moved), End];
    }
}
