using System.Diagnostics;
using System.Threading.Channels;
using CstoBot.Benchmarks.Chats;
using TelegramSandbox;

namespace CstoBot.Benchmarks.Load;

/// <summary>
/// Many people, each in a private chat, and what becomes of their questions. A reply is matched with the oldest question of its chat
/// that waits for this answer.
/// </summary>
internal sealed class Crowd
{
    private readonly SandboxServer telegram;
    private readonly KnownQuestions questions;
    private readonly Random random = new(1);
    private readonly List<Asker> askers;
    private readonly Dictionary<long, Asker> byChat;
    private readonly Channel<int> answeredPeople = Channel.CreateUnbounded<int>();
    private List<double> milliseconds = [];

    public Crowd(SandboxServer telegram, KnownQuestions questions, int people)
    {
        this.telegram = telegram;
        this.questions = questions;
        askers = [.. Enumerable.Range(0, people).Select(number => new Asker(number, telegram.AddPerson($"Person {number}")))];
        byChat = askers.ToDictionary(asker => asker.Person.Id);
        telegram.Shown += OnShown;
    }

    /// <summary>People who got an answer, by number, as it comes.</summary>
    public ChannelReader<int> AnsweredPeople => answeredPeople.Reader;

    public int Asked { get; private set; }

    public int Answered { get; private set; }

    public int AnsweredTwice { get; private set; }

    public int OutOfOrder { get; private set; }

    /// <summary>Messages that answer nothing that was asked, or in other words than expected; they count as the answer to the oldest question that waits.</summary>
    public int Others { get; private set; }

    /// <summary>The first of <see cref="Others"/>; null when there was none.</summary>
    public string? FirstOther { get; private set; }

    public long LastAnswer { get; private set; }

    public int Waiting => Asked - Answered;

    /// <summary>Writes the next question of a person, any one.</summary>
    public void Ask(int person)
    {
        var asker = askers[person % askers.Count];
        asker.Asks = questions.All[random.Next(questions.All.Count)];
        telegram.Send(asker.Person, telegram.PrivateChat(asker.Person), asker.Asks.Text);
    }

    /// <summary>Begins to count anew.</summary>
    /// <returns>Milliseconds from each update's being there to the reply's being accepted, until now.</returns>
    public IReadOnlyList<double> Reset()
    {
        var times = milliseconds;
        milliseconds = [];
        (Asked, Answered, AnsweredTwice, OutOfOrder, Others, FirstOther) = (0, 0, 0, 0, 0, null);
        return times;
    }

    // Inside the sandbox's gate: one message after the other.
    private void OnShown(SandboxMessage message)
    {
        if (!byChat.TryGetValue(message.ChatId, out var asker))
        {
            return;
        }

        if (!message.From.IsBot)
        {
            asker.Waiting.AddLast(new WaitingQuestion(asker.Asks, Stopwatch.GetTimestamp()));
            Asked++;
        }
        else if (message.Id > asker.LastFromBot)
        {
            asker.LastFromBot = message.Id;
            OnReply(asker, message.Text);
        }
    }

    private void OnReply(Asker asker, string text)
    {
        var known = questions.OfAnswerOrNull(text);
        if (known is null)
        {
            OnOther(asker, text);
            return;
        }

        var node = asker.Waiting.First;
        while (node is not null && (node.Value.Question != known || node.Value.Question.Answer[node.Value.Parts] != text))
        {
            node = node.Next;
        }

        if (node is null)
        {
            AnsweredTwice++;
            return;
        }

        OutOfOrder += node == asker.Waiting.First ? 0 : 1;
        if (++node.Value.Parts == known.Answer.Count)
        {
            Done(asker, node);
        }
    }

    private void OnOther(Asker asker, string text)
    {
        Others++;
        FirstOther ??= text;
        if (asker.Waiting.First is { } oldest)
        {
            Done(asker, oldest);
        }
    }

    private void Done(Asker asker, LinkedListNode<WaitingQuestion> node)
    {
        asker.Waiting.Remove(node);
        LastAnswer = Stopwatch.GetTimestamp();
        milliseconds.Add(Stopwatch.GetElapsedTime(node.Value.Since, LastAnswer).TotalMilliseconds);
        Answered++;
        answeredPeople.Writer.TryWrite(asker.Number);
    }

    private sealed class Asker(int number, Person person)
    {
        public int Number { get; } = number;

        public Person Person { get; } = person;

        public KnownQuestion Asks { get; set; } = new("", []);

        public LinkedList<WaitingQuestion> Waiting { get; } = [];

        public int LastFromBot { get; set; }
    }

    private sealed class WaitingQuestion(KnownQuestion question, long since)
    {
        public KnownQuestion Question { get; } = question;

        /// <summary>When the update was there to be fetched.</summary>
        public long Since { get; } = since;

        /// <summary>How many messages of its answer have come.</summary>
        public int Parts { get; set; }
    }
}
