namespace CstoBot.Telegram.Handling;

/// <summary>What is stored of one person; <see cref="Change.Forgotten"/> removes it.</summary>
internal interface IPersonalRows
{
    Task<PersonalRows> CountAsync(long userId, CancellationToken cancellationToken);
}

/// <param name="Questions">With their answers.</param>
/// <param name="Messages">Such as could not be dealt with or delivered.</param>
internal readonly record struct PersonalRows(int Questions, int Votes, int Messages);
