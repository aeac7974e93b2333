namespace CstoBot.LanguageModels;

/// <summary>Turns a text into the token numbers that a model was trained on.</summary>
internal interface ITokenEncoder
{
    /// <summary>The number that fills a short text up to the length of the longest of its batch.</summary>
    int Padding { get; }

    /// <summary>The text's tokens between the model's marks of beginning and end.</summary>
    /// <param name="maxTokens">The marks included; what is beyond is left out.</param>
    IReadOnlyList<int> Encode(string text, int maxTokens);
}
