using System.Globalization;
using CstoBot.Telegram.Handling;

namespace CstoBot.Telegram.Rendering;

/// <summary>What a button under /curated means. Exactly one of the nested cases.</summary>
internal abstract record CuratedButton
{
    private CuratedButton()
    {
    }

    public sealed record Page(int Number) : CuratedButton
    {
        public override string ToString() => Data("page", Number);
    }

    public sealed record Show(long Id) : CuratedButton
    {
        public override string ToString() => Data("show", Id);
    }

    /// <param name="Number">Of the citation.</param>
    public sealed record Passage(long Id, int Number) : CuratedButton
    {
        public override string ToString() => Data("passage", Id, Number);
    }

    public sealed record AskRetire(long Id) : CuratedButton
    {
        public override string ToString() => Data("ask", Id);
    }

    public sealed record Retire(long Id) : CuratedButton
    {
        public override string ToString() => Data("retire", Id);
    }

    public sealed record Keep : CuratedButton
    {
        public override string ToString() => Data("keep");
    }

    /// <summary>Null when it is none: the argument comes from the user's side and may be anything.</summary>
    public static CuratedButton? ParseOrNull(string argument) => argument.Split(' ') switch
    {
        ["page", var number] when NumberOrNull(number) is { } page and <= int.MaxValue => new Page((int)page),
        ["show", var id] when NumberOrNull(id) is { } known => new Show(known),
        ["passage", var id, var number] when NumberOrNull(id) is { } known && NumberOrNull(number) is { } citation and <= int.MaxValue => new Passage(known, (int)citation),
        ["ask", var id] when NumberOrNull(id) is { } known => new AskRetire(known),
        ["retire", var id] when NumberOrNull(id) is { } known => new Retire(known),
        ["keep"] => new Keep(),
        _ => null,
    };

    /// <summary>Null when it is no number from 1 up.</summary>
    public static long? NumberOrNull(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private static string Data(string what, params ReadOnlySpan<long> numbers)
    {
        var argument = what;
        foreach (var number in numbers)
        {
            argument += string.Create(CultureInfo.InvariantCulture, $" {number}");
        }

        return new CommandButton(CommandText.Curated, argument).ToString();
    }
}
