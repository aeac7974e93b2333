using System.Reflection;
using CstoBot.Operations;
using Microsoft.Extensions.Logging;
using Xunit;

namespace CstoBot.Tests.Operations;

public sealed class EventIdTests
{
    private static readonly string[] Personal = ["{UserId}", "{ChatId}", "{Question}", "{Text}", "{Title}", "{Token}"];

    private static readonly IReadOnlyList<(Type Type, int Id, string Message)> Events =
    [
        .. typeof(Instruments).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Select(method => (method.DeclaringType, Event: method.GetCustomAttribute<LoggerMessageAttribute>()))
            .Where(found => found.Event is not null)
            .Select(found => (found.DeclaringType!, found.Event!.EventId, found.Event.Message)),
    ];

    [Fact]
    public void Every_line_of_the_log_has_an_id_of_its_own()
    {
        Assert.True(Events.Count > 50);
        Assert.Empty(Events.Where(found => found.Id <= 0).Select(found => found.Type.Name));
        Assert.Empty(Events.CountBy(found => found.Id).Where(pair => pair.Value > 1).Select(pair => pair.Key));
    }

    [Fact]
    public void No_line_has_a_place_for_a_person_or_for_what_anybody_wrote() =>
        Assert.DoesNotContain(Events, found => Personal.Any(place => found.Message.Contains(place, StringComparison.OrdinalIgnoreCase)));

    [Fact]
    public void An_id_tells_the_area_that_it_comes_from() => Assert.All(Events, found =>
        Assert.Equal(EventAreas.First(found.Type.Namespace ?? ""), found.Id / EventAreas.Size * EventAreas.Size));
}
