using CstoBot.Retrieval;
using CstoBot.Telegram.Moderation;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;
using CstoBot.Telegram.Staff;

namespace CstoBot.Telegram.Handling;

/// <summary>The first word of a private chat, and what a link into it asks for.</summary>
internal sealed class StartCommand(
    QuestionHandler questions, IAskedQuestions asked, IChatSettings settings, AnswerReview review, QuestionLimiter limiter, CurrentIndex index, Roles roles, TimeProvider time) : ICommand
{
    public IReadOnlyList<string> Names { get; } = [CommandText.Start];

    public async Task<Effects> RunAsync(Incoming.Command command, CancellationToken cancellationToken)
    {
        var origin = command.Origin;
        if (origin.IsGroup)
        {
            return Effects.Send(origin.Reply(CommandTexts.For(origin.Language).GreetGroup(origin.Bot.Username)));
        }

        return StartLink.ParseOrNull(command.Argument) switch
        {
            StartLink.Ask ask => await AskAsync(new Incoming.Question(origin, ask.Question), cancellationToken),
            StartLink.AskAgain again => await AskAgainAsync(origin, again.AnswerId, cancellationToken),
            StartLink.ShowDocument show => Show(origin, show),
            _ => await GreetAsync(origin, cancellationToken),
        };
    }

    /// <summary>Whose menu has more than others', gets it now: before, there was no chat to set it for.</summary>
    private async Task<Effects> GreetAsync(Origin origin, CancellationToken cancellationToken)
    {
        var user = origin.Conversation.User;
        var messages = origin.Reply(BotTexts.For(origin.Language).Start);
        return await roles.OfAsync(user, cancellationToken) is var role and >= Role.Moderator
            ? Effects.Reply(new Instant.StaffMenu(user, role == Role.Admin), messages)
            : Effects.Send(messages);
    }

    private async Task<Effects> AskAgainAsync(Origin origin, long answerId, CancellationToken cancellationToken)
    {
        if (await asked.FindOrNullAsync(answerId, cancellationToken) is { } question && MayRead(origin, question))
        {
            var there = review.ModeOf(await settings.FindAsync(question.Conversation.Chat, cancellationToken));
            var here = review.ModeOf(origin.Settings);
            var stricter = origin with { Settings = origin.Settings with { Moderation = there > here ? there : here } };
            return await AskAsync(new Incoming.Question(stricter, question.Question, Earlier: question.Earlier), cancellationToken);
        }

        // Counted like a question, so that nobody can try ids by the thousand.
        await limiter.AskAsync(origin.Conversation.User, time.GetUtcNow(), cancellationToken);
        return Effects.Send(origin.Reply(CommandTexts.For(origin.Language).LinkExpired));
    }

    /// <summary>One's own questions, and those asked before a whole group; never those of other people's private chats, however a link was made.</summary>
    private static bool MayRead(Origin origin, AskedQuestion question) =>
        question.Conversation.User == origin.Conversation.User || question.Conversation.Chat < 0;

    /// <summary>Repeats the question: the person tapped a link and sees only "/start".</summary>
    private async Task<Effects> AskAsync(Incoming.Question question, CancellationToken cancellationToken)
    {
        var effects = await questions.HandleAsync(question, cancellationToken);
        var texts = CommandTexts.For(question.Origin.LanguageOf(question.Text));
        var repeated = RenderedMessage.From([Block.Paragraph(new Span(texts.YouAsk, TextStyle.Bold)), new Block(BlockKind.Quote, [new Span(question.Text)])]);
        return effects with { Messages = [.. question.Origin.Reply(repeated), .. effects.Messages] };
    }

    private Effects Show(Origin origin, StartLink.ShowDocument link)
    {
        var current = index.Value;
        for (var chunk = 0; chunk < current.Chunks.Count; chunk++)
        {
            if (link.IsFor(current.DocumentName(chunk)))
            {
                return Effects.Send(origin.Reply(DocumentRenderer.Render(current.Chunks[chunk].Document, origin.Language)));
            }
        }

        return Effects.Send(origin.Reply(CommandTexts.For(origin.Language).NoSuchDocument));
    }
}
