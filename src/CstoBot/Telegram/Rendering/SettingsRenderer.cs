using CstoBot.Conversations;
using CstoBot.Moderation;
using CstoBot.Telegram.Handling;

namespace CstoBot.Telegram.Rendering;

/// <summary>Shows what is chosen for a chat, with a button for each choice.</summary>
internal static class SettingsRenderer
{
    private const string Automatic = "language auto";
    private const string English = "language en";
    private const string Russian = "language ru";
    private const string Here = "answers here";
    private const string Private = "answers private";
    private const string Moderation = "moderation ";
    private const string Default = "default";

    /// <param name="isAdmin">Whether to offer what only admins of the bot may choose.</param>
    /// <param name="mode">Which answers are reviewed where nothing was chosen.</param>
    public static RenderedMessage Render(Origin origin, bool isAdmin, ModerationMode mode)
    {
        var (texts, settings) = (CommandTexts.For(origin.Language), origin.Settings);
        List<Block> blocks = [Block.Paragraph(origin.IsGroup ? texts.SettingsHeading : texts.LanguageQuestion)];
        List<IReadOnlyList<Button>> rows =
        [
            [Choice(texts.LanguageAutomatic, Automatic, settings.Language is null)],
            [Choice("English", English, settings.Language == Language.English), Choice("Русский", Russian, settings.Language == Language.Russian)],
        ];
        if (origin.IsGroup)
        {
            var language = settings.Language switch { Language.English => "English", Language.Russian => "Русский", _ => texts.LanguageAutomatic };
            blocks.Add(Block.Paragraph($"{texts.LanguageIs}: {language}\n{texts.AnswersAre}: {(settings.AnswersInPrivate ? texts.AnswersInPrivate : texts.AnswersHere)}"));
            rows.Add([Choice(texts.AnswersHere, Here, !settings.AnswersInPrivate)]);
            rows.Add([Choice(texts.AnswersInPrivate, Private, settings.AnswersInPrivate)]);
        }

        if (isAdmin)
        {
            blocks.Add(Block.Paragraph($"{ReviewTexts.For(origin.Language).ModerationIs}: {ModeName(settings.Moderation ?? mode, origin.Language)}"));
            rows.Add([.. Enum.GetValues<ModerationMode>().Select(other => Choice(ModeName(other, origin.Language), $"{Moderation}{other}", settings.Moderation == other))]);
            rows.Add([Choice(ReviewTexts.For(origin.Language).ModerationDefault, $"{Moderation}{Default}", settings.Moderation is null)]);
        }

        return new RenderedMessage(TelegramHtml.Write(blocks), new Keyboard(rows));
    }

    /// <summary>Null when a button says something else: it may come from anywhere.</summary>
    public static SettingsChoice? ReadOrNull(string argument) => argument switch
    {
        Automatic => new SettingsChoice.Speak(null),
        English => new SettingsChoice.Speak(Language.English),
        Russian => new SettingsChoice.Speak(Language.Russian),
        Here => new SettingsChoice.AnswerInPrivate(false),
        Private => new SettingsChoice.AnswerInPrivate(true),
        _ when argument.StartsWith(Moderation, StringComparison.Ordinal) => argument[Moderation.Length..] switch
        {
            Default => new SettingsChoice.Review(null),
            var name => Enum.GetValues<ModerationMode>().Where(mode => mode.ToString() == name).Select(mode => new SettingsChoice.Review(mode)).FirstOrDefault(),
        },
        _ => null,
    };

    private static string ModeName(ModerationMode mode, Language language) => ReviewTexts.For(language).Modes[mode];

    private static Button Choice(string label, string argument, bool isChosen) =>
        new(isChosen ? $"✓ {label}" : label, new CommandButton(CommandText.Settings, argument).ToString());
}

/// <summary>What a button of the settings chooses.</summary>
internal abstract record SettingsChoice
{
    private SettingsChoice()
    {
    }

    /// <param name="Language">Null: that of each question.</param>
    public sealed record Speak(Language? Language) : SettingsChoice;

    public sealed record AnswerInPrivate(bool IsOn) : SettingsChoice;

    /// <param name="Mode">Null: as the settings of the bot say.</param>
    public sealed record Review(ModerationMode? Mode) : SettingsChoice;
}
