using System.Globalization;
using CstoBot.Conversations;
using CstoBot.Telegram.Staff;

namespace CstoBot.Telegram.Rendering;

/// <summary>What the bot says to moderators and admins about roles and who did what, in each language.</summary>
internal sealed record StaffTexts
{
    private static readonly StaffTexts English = new()
    {
        HowToGrant = "Reply to somebody with /grant moderator, /grant admin or /revoke, or write their id: /grant moderator 12345.",
        OnlyAdmins = "Only admins of the bot may do this.",
        OnlyModerators = "Only moderators may do this.",
        LastAdmin = "Nobody else is an admin: grant the role to somebody first.",
        NobodyHasARole = "Nobody has a role yet.",
        InSettings = "by the settings",
        EverybodyFormat = "everybody in the chat {0}",
        NothingAudited = "Nothing has been noted yet.",
        HowToAudit = "Write /audit for everything, /audit 12345 for what one person did, or /audit export for a file.",
        AuditTooLong = "That is too much for a file in Telegram. Whoever runs the bot can write all of it with the command: cstobot audit.",
        Newer = "‹ Newer",
        Older = "Older ›",
        Moderator = "moderator",
        Admin = "admin",
        HelpForModerators = "/queue – answers that wait for a moderator\n/case N – one of them\n/mycases – yours\n/curated – answers kept for reuse\n/gaps – questions that could not be answered\n/stats – figures",
        HelpForAdmins = "/status – how I am doing\n/reload – read the documents again\n/sources – the documents, numbered\n/source N, /remove N – see, correct or remove one\n/versions, /rollback N – go back to an earlier state\nA file sent to me here is added, when you confirm it\n/roles, /grant, /revoke – who may do what\n/audit – who changed what\n/settings – in a group also which answers are reviewed",
        ForModerators = "For moderators, as you are:",
        ForAdmins = "For admins, as you are:",
        GrantedFormat = "The role of {0} is now: {1}.",
        RevokedFormat = "{0} has no role any more.",
        RevokedButSetFormat = "What was granted to {0} in chat is revoked; the role by the settings stays: {1}.",
        HasNoneFormat = "{0} has no role.",
        BySettingsFormat = "{0} has this role by the settings: it is changed there.",
        GrantedByFormat = "by {0}, {1:yyyy-MM-dd}",
    };

    private static readonly StaffTexts Russian = new()
    {
        HowToGrant = "Ответьте человеку командой /grant moderator, /grant admin или /revoke либо укажите его номер: /grant moderator 12345.",
        OnlyAdmins = "Это могут только администраторы бота.",
        OnlyModerators = "Это могут только модераторы.",
        LastAdmin = "Других администраторов нет: сначала назначьте кого-нибудь.",
        NobodyHasARole = "Ролей пока ни у кого нет.",
        InSettings = "по настройкам",
        EverybodyFormat = "все в чате {0}",
        NothingAudited = "Пока ничего не записано.",
        HowToAudit = "Напишите /audit, чтобы увидеть всё, /audit 12345 — что делал один человек, /audit export — чтобы получить файл.",
        AuditTooLong = "Записей слишком много для файла в Telegram. Владелец бота может получить их командой cstobot audit.",
        Newer = "‹ Новее",
        Older = "Старше ›",
        Moderator = "модератор",
        Admin = "администратор",
        HelpForModerators = "/queue — ответы, которые ждут модератора\n/case N — один из них\n/mycases — ваши\n/curated — ответы, сохранённые на будущее\n/gaps — вопросы, на которые не нашлось ответа\n/stats — цифры",
        HelpForAdmins = "/status — как я работаю\n/reload — перечитать документы\n/sources — документы с номерами\n/source N, /remove N — посмотреть, исправить или удалить один из них\n/versions, /rollback N — вернуться к прежнему состоянию\nФайл, присланный мне сюда, добавляется, когда вы это подтвердите\n/roles, /grant, /revoke — кто что может\n/audit — кто что изменил\n/settings — в группе также: какие ответы смотрит модератор",
        ForModerators = "Для модераторов, как вы:",
        ForAdmins = "Для администраторов, как вы:",
        GrantedFormat = "{0}: теперь {1}.",
        RevokedFormat = "{0}: роли больше нет.",
        RevokedButSetFormat = "{0}: роль, назначенная в чате, снята, роль по настройкам остаётся: {1}.",
        HasNoneFormat = "{0}: роли нет.",
        BySettingsFormat = "{0}: роль задана в настройках и меняется там.",
        GrantedByFormat = "назначил(а) {0}, {1:yyyy-MM-dd}",
    };

    public required string HowToGrant { get; init; }

    public required string OnlyAdmins { get; init; }

    public required string OnlyModerators { get; init; }

    public required string LastAdmin { get; init; }

    public required string NobodyHasARole { get; init; }

    public required string InSettings { get; init; }

    public required string NothingAudited { get; init; }

    public required string HowToAudit { get; init; }

    public required string AuditTooLong { get; init; }

    public required string Newer { get; init; }

    public required string Older { get; init; }

    private string Moderator { get; init; } = "";

    private string Admin { get; init; } = "";

    private string HelpForModerators { get; init; } = "";

    private string HelpForAdmins { get; init; } = "";

    private string ForModerators { get; init; } = "";

    private string ForAdmins { get; init; } = "";

    private string GrantedFormat { get; init; } = "";

    private string RevokedFormat { get; init; } = "";

    private string RevokedButSetFormat { get; init; } = "";

    private string HasNoneFormat { get; init; } = "";

    private string BySettingsFormat { get; init; } = "";

    private string GrantedByFormat { get; init; } = "";

    private string EverybodyFormat { get; init; } = "";

    public static StaffTexts For(Language language) => language == Language.Russian ? Russian : English;

    /// <summary>What a role may do besides asking; empty for users.</summary>
    public string HelpFor(Role role) => role switch
    {
        Role.Admin => $"{ForModerators}\n{HelpForModerators}\n\n{ForAdmins}\n{HelpForAdmins}",
        Role.Moderator => $"{ForModerators}\n{HelpForModerators}",
        _ => "",
    };

    /// <summary>Said to whoever has less.</summary>
    public string Only(Role needed) => needed == Role.Admin ? OnlyAdmins : OnlyModerators;

    public string NameOf(Role role) => role == Role.Admin ? Admin : Moderator;

    public string Granted(long userId, Role role) => Format(GrantedFormat, userId, NameOf(role));

    public string Revoked(long userId) => Format(RevokedFormat, userId);

    /// <param name="left">What the settings say.</param>
    public string RevokedButSet(long userId, Role left) => Format(RevokedButSetFormat, userId, NameOf(left));

    public string HasNone(long userId) => Format(HasNoneFormat, userId);

    public string BySettings(long userId) => Format(BySettingsFormat, userId);

    public string GrantedBy(long by, DateTimeOffset at) => Format(GrantedByFormat, by, at);

    public string EverybodyIn(long chatId) => Format(EverybodyFormat, chatId);

    private static string Format(string format, params object[] values) => string.Format(CultureInfo.InvariantCulture, format, values);
}
