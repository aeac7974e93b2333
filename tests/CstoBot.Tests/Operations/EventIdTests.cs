using System.Reflection;
using CstoBot.Operations;
using Microsoft.Extensions.Logging;
using Xunit;

namespace CstoBot.Tests.Operations;

public sealed class EventIdTests
{
    private static readonly IReadOnlyList<(Type Type, int Id)> Events =
    [
        .. typeof(Instruments).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Select(method => (method.DeclaringType, method.GetCustomAttribute<LoggerMessageAttribute>()?.EventId))
            .Where(found => found.EventId is not null)
            .Select(found => (found.DeclaringType!, found.EventId!.Value)),
    ];

    [Fact]
    public void Every_line_of_the_log_has_an_id_of_its_own()
    {
        Assert.True(Events.Count > 50);
        Assert.Empty(Events.Where(found => found.Id <= 0).Select(found => found.Type.Name));
        Assert.Empty(Events.CountBy(found => found.Id).Where(pair => pair.Value > 1).Select(pair => pair.Key));
    }

    [Fact]
    public void An_id_tells_the_area_that_it_comes_from() => Assert.All(Events, found =>
        Assert.Equal(EventAreas.First(found.Type.Namespace ?? ""), found.Id / EventAreas.Size * EventAreas.Size));
}
