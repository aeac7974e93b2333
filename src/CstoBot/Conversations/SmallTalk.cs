using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace CstoBot.Conversations;

/// <summary>Greetings, thanks, farewells and questions about the bot itself, in both languages. They never reach retrieval.</summary>
internal static partial class SmallTalk
{
    private enum Kind
    {
        Greeting,
        Thanks,
        Farewell,
        WhoAreYou,
    }

    /// <summary>Words that may stand around small talk without making a question of it.</summary>
    private static readonly FrozenSet<string> Filler = Words("""
        ok okay oh so very much a lot all everyone everybody there bot dear please that this it helped helps was is great good nice
        really for your the help answer you and again then now today tomorrow later soon have nice day one well fine cool
        ок окей ну очень большое огромное всем все бот дорогой пожалуйста это помогло помог за ответ помощь вам тебе вас и снова
        сегодня завтра потом хорошо хорошего дня отлично ладно понятно ясно супер
        """);

    private static readonly (Kind Kind, FrozenSet<string> Words)[] Keys =
    [
        (Kind.Thanks, Words("thanks thank thx ty cheers appreciated спасибо спс благодарю благодарствую")),
        (Kind.Farewell, Words("bye goodbye cya farewell пока прощай прощайте свидания")),
        (Kind.Greeting, Words("hi hello hey hiya greetings morning evening afternoon привет здравствуй здравствуйте приветствую салют добрый доброе утро день вечер")),
    ];

    /// <summary>What to say; null when the text is a question for the documents.</summary>
    public static string? ReplyOrNull(string text, Language language) =>
        KindOrNull(text) is { } kind ? Reply(kind, language == Language.Russian) : null;

    private static Kind? KindOrNull(string text)
    {
        if (text.Length > 120)
        {
            return null;
        }

        if (AboutTheBot().IsMatch(text))
        {
            return Kind.WhoAreYou;
        }

        if (HowAreYou().IsMatch(text))
        {
            return Kind.Greeting;
        }

        var words = Word().Matches(text.ToLowerInvariant().Replace('ё', 'е')).Select(match => match.Value).ToList();
        var key = Keys.FirstOrDefault(key => words.Exists(key.Words.Contains));
        var farewell = SeeYou().IsMatch(text);
        var isSmall = (key.Words is not null || farewell)
            && words.TrueForAll(word => Filler.Contains(word) || word is "see" or "до" || Array.Exists(Keys, other => other.Words.Contains(word)));
        return isSmall ? key.Words is null ? Kind.Farewell : key.Kind : null;
    }

    private static string Reply(Kind kind, bool russian) => (kind, russian) switch
    {
        (Kind.Greeting, false) => "Hello! Ask me a question: I answer from the organization's documents and show the passage for every statement.",
        (Kind.Greeting, true) => "Здравствуйте! Задайте вопрос: я отвечаю по документам организации и показываю место в источнике для каждого утверждения.",
        (Kind.Thanks, false) => "You are welcome. Ask on whenever you like.",
        (Kind.Thanks, true) => "Пожалуйста! Спрашивайте ещё.",
        (Kind.Farewell, false) => "Goodbye! I am here when you have another question.",
        (Kind.Farewell, true) => "До свидания! Обращайтесь, если появятся вопросы.",
        (_, false) => "I am a bot. I answer questions from the organization's documents only, word for word, with a citation for every statement. "
            + "When the documents do not answer, I say so. /sources lists them, /help tells more.",
        (_, true) => "Я бот. Я отвечаю только по документам организации, дословно, со ссылкой на источник у каждого утверждения. "
            + "Если ответа в документах нет, я так и скажу. /sources — список документов, /help — справка.",
    };

    private static FrozenSet<string> Words(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(@"[\p{L}\p{N}']+")]
    private static partial Regex Word();

    [GeneratedRegex(@"^\W*(?:(?:hi|hello|hey|привет|здравствуйте)\W+)?(?:how(?: are|'re|'s it) (?:you|going|things)|what'?s up|как (?:дела|ты|вы|поживае\w+|жизнь|сам))(?:\W+(?:doing|going|today|now|there|you|my|dear|friend|bot|сегодня|сейчас|там|у|тебя|вас|ты|вы|сам|сама|сами|поживае\w+|бот|друг))*\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HowAreYou();

    [GeneratedRegex(@"^\W*(?:(?:hi|hello|hey|привет|здравствуйте)\W+)?(?:(?:who|what) are you|are you (?:a (?:bot|human|robot|person)|real|human)|what (?:can|do) you (?:do|know|answer)|how do you work|what is this bot|help( me)?|кто ты|кто вы|что ты|ты (?:бот|человек|робот)|вы (?:бот|человек|робот)|что (?:ты|вы) (?:умее\w+|може\w+|знае\w+)|как (?:ты|вы) работае\w+|помощь|помоги(?:те)?)(?: такой| такая| for me)?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AboutTheBot();

    [GeneratedRegex(@"\bsee you\b|\bgood night\b|до свидания|до встречи|до завтра|спокойной ночи", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SeeYou();
}
