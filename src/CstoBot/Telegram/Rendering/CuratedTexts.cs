using System.Globalization;
using CstoBot.Conversations;
using CstoBot.Moderation.Curated;

namespace CstoBot.Telegram.Rendering;

/// <summary>What /curated says, in each language. Texts are plain.</summary>
internal sealed partial record CuratedTexts
{
    public required string Heading { get; init; }

    public required string None { get; init; }

    public required string NoSuch { get; init; }

    public required string Active { get; init; }

    public required string Suspended { get; init; }

    public required string Retired { get; init; }

    public required string Retire { get; init; }

    public required string Keep { get; init; }

    public required string StaysKept { get; init; }

    public required string AlreadyRetired { get; init; }

    /// <summary>Of a moderator whose name is not known or not kept.</summary>
    public required string Somebody { get; init; }

    private string RetireQuestionFormat { get; init; } = "";

    private string RetiredFormat { get; init; } = "";

    public static CuratedTexts For(Language language) => language == Language.Russian ? Russian : English;

    public string RetireQuestion(long id) => string.Format(CultureInfo.InvariantCulture, RetireQuestionFormat, id);

    public string IsRetired(long id) => string.Format(CultureInfo.InvariantCulture, RetiredFormat, id);

    public string NameOf(CuratedState state) => state switch
    {
        CuratedState.Active => Active,
        CuratedState.Suspended => Suspended,
        _ => Retired,
    };
}
