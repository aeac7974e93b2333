using CstoBot.Answering;
using CstoBot.Moderation;
using CstoBot.Moderation.Curated;
using CstoBot.Retrieval;
using CstoBot.Storage.Sqlite;
using CstoBot.Telegram.Moderation;
using CstoBot.Telegram.Staff;
using Microsoft.Extensions.Options;

namespace CstoBot.Tests.Fakes;

/// <summary>The parts of moderation on a real database, put together as the bot does.</summary>
internal sealed class SomeModeration
{
    public SomeModeration(SqliteDatabase database, TimeProvider time, IAnswerer answerer, ModerationOptions? options = null, RolesOptions? roles = null, CurrentIndex? documents = null)
    {
        var settings = Options.Create(options ?? new ModerationOptions());
        Cases = new SqliteCaseStore(database);
        var (index, curated) = (documents ?? new CurrentIndex(), new SqliteCuratedStore(database));
        var earlier = new EarlierAnswers(curated, new CuratedAnswers(curated, Options.Create(new CuratedOptions()), time), index);
        Cards = new CaseCards(Cases, earlier, new SqliteChatSettings(database), settings, time);
        Actions = new CaseActions(Cards, earlier, settings);
        Roles = new Roles(new SqliteRoleStore(database), Options.Create(roles ?? new RolesOptions()), settings);
        Review = new AnswerReview(Cases, Cards, answerer, new RepeatedQuestions(Cases, index), settings);
        Reports = new Reports(Cases, Cards, settings);
        Drafts = new DraftAccess(Cards, Roles, time);
    }

    public SqliteCaseStore Cases { get; }

    public CaseCards Cards { get; }

    public CaseActions Actions { get; }

    public Roles Roles { get; }

    public AnswerReview Review { get; }

    public Reports Reports { get; }

    public DraftAccess Drafts { get; }
}
