using System.Text.Json;
using CstoBot.Conversations;
using CstoBot.Moderation.Cases;

namespace CstoBot.Storage.Sqlite;

/// <summary>A case as it lies in the database, with its answers.</summary>
internal sealed record CaseRow
{
    // Each by its key: as a subquery they would be put together of all cases first.
    public const string Select = """
        SELECT cases.*, draft.json AS draft_json, fallback.json AS fallback_json, proposal.json AS proposal_json, final.json AS final_json
        FROM cases
        LEFT JOIN case_drafts AS drafts ON drafts.id = cases.draft_id LEFT JOIN answer_contents AS draft ON draft.id = drafts.content_id
        LEFT JOIN case_drafts AS fallbacks ON fallbacks.id = cases.fallback_id LEFT JOIN answer_contents AS fallback ON fallback.id = fallbacks.content_id
        LEFT JOIN case_drafts AS proposals ON proposals.id = cases.proposal_id LEFT JOIN answer_contents AS proposal ON proposal.id = proposals.content_id
        LEFT JOIN case_drafts AS finals ON finals.id = cases.final_id LEFT JOIN answer_contents AS final ON final.id = finals.content_id
        """;

#pragma warning disable IDE1006 // Named as the columns.
    public long id { get; init; }

    public string origin { get; init; } = "";

    public string state { get; init; } = "";

    public long revision { get; init; }

    public long chat_id { get; init; }

    public long topic { get; init; }

    public long user_id { get; init; }

    public long message_id { get; init; }

    public long is_group { get; init; }

    public long? answer_id { get; init; }

    public long? gap { get; init; }

    public string language { get; init; } = "";

    public string question { get; init; } = "";

    public string earlier { get; init; } = "[]";

    public string? remark { get; init; }

    public string reasons { get; init; } = "[]";

    public long? draft_id { get; init; }

    public long? fallback_id { get; init; }

    public long? proposal_id { get; init; }

    public long? final_id { get; init; }

    public long? proposed_by { get; init; }

    public long opened_at { get; init; }

    public long? due_at { get; init; }

    public long? claimed_by { get; init; }

    public string? claimed_name { get; init; }

    public long? claimed_until { get; init; }

    public long? decided_by { get; init; }

    public string? decided_name { get; init; }

    public long? decided_at { get; init; }

    public string? reject_reason { get; init; }

    public string? draft_json { get; init; }

    public string? fallback_json { get; init; }

    public string? proposal_json { get; init; }

    public string? final_json { get; init; }
#pragma warning restore IDE1006

    public Case ToCase() => new(
        id,
        Enum.Parse<CaseOrigin>(origin, ignoreCase: true),
        Enum.Parse<CaseState>(state, ignoreCase: true),
        (int)revision,
        new CaseQuestion(
            question, Texts(earlier), new ConversationKey(chat_id, (int)topic, user_id), (int)message_id, is_group != 0, Enum.Parse<Language>(language), answer_id) { Gap = gap },
        DraftOrNull(draft_id, draft_json),
        Time(opened_at))
    {
        Reasons = [.. Texts(reasons).Select(Enum.Parse<HoldReason>)],
        Remark = remark,
        Fallback = DraftOrNull(fallback_id, fallback_json),
        DueAt = due_at is { } due ? Time(due) : null,
        Claim = claimed_by is { } claimer && claimed_until is { } until ? new Claim(new Reviewer(claimer, claimed_name ?? ""), Time(until)) : null,
        Proposal = DraftOrNull(proposal_id, proposal_json) is { } proposal ? new Proposal(proposal, proposed_by ?? 0) : null,
        Decision = decided_at is { } decided
            ? new Decision(
                decided_by is { } decider and not 0 ? new Reviewer(decider, decided_name ?? "") : null,
                Time(decided),
                reject_reason is null ? null : Enum.Parse<RejectReason>(reject_reason))
            : null,
        Final = DraftOrNull(final_id, final_json),
    };

    private static CaseDraft? DraftOrNull(long? draftId, string? json) => draftId is { } known && json is not null ? new CaseDraft(known, AnswerContents.Read(json)) : null;

    private static IReadOnlyList<string> Texts(string json) => JsonSerializer.Deserialize(json, SuggestionsJson.Default.IReadOnlyListString) ?? [];

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
