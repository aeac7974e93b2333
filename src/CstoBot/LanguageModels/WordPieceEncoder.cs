using Microsoft.ML.Tokenizers;

namespace CstoBot.LanguageModels;

/// <summary>The tokens of BERT and its kin, from their <c>vocab.txt</c>.</summary>
internal sealed class WordPieceEncoder : ITokenEncoder
{
    private readonly BertTokenizer tokenizer;
    private readonly bool isCased;

    private WordPieceEncoder(BertTokenizer tokenizer, bool isCased)
    {
        this.tokenizer = tokenizer;
        this.isCased = isCased;
    }

    public int Padding => tokenizer.PaddingTokenId;

    /// <exception cref="ArgumentException">The file is no vocabulary of word pieces.</exception>
    public static WordPieceEncoder Open(string path)
    {
        // A vocabulary of a model that reads small letters only has no capital ones, but for the marks in brackets.
        var isCased = File.ReadLines(path).Any(piece => !piece.StartsWith('[') && piece.Any(char.IsUpper));
        return new WordPieceEncoder(BertTokenizer.Create(path, new BertOptions { LowerCaseBeforeTokenization = !isCased }), isCased);
    }

    public IReadOnlyList<int> Encode(string text, int maxTokens)
    {
        var ids = tokenizer.EncodeToIds(isCased ? text : AccentFolding.Fold(text), addSpecialTokens: false, considerPreTokenization: true);
        return [tokenizer.ClassificationTokenId, .. ids.Take(maxTokens - 2), tokenizer.SeparatorTokenId];
    }
}
