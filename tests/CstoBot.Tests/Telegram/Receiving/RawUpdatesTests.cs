using System.Text.Json;
using CstoBot.Telegram.Receiving;
using Xunit;

namespace CstoBot.Tests.Telegram.Receiving;

public sealed class RawUpdatesTests
{
    [Fact]
    public void Broken_text_in_one_update_keeps_no_other_from_being_stored()
    {
        byte[] broken = [.. """[{"update_id":1,"message":{"text":"a"""u8, 0xED, 0xA0, 0xBD, .. """b"}},{"update_id":2}]"""u8];

        var updates = RawUpdates.Read(JsonSerializer.Deserialize<JsonElement[]>(broken)!, botId: 9);

        Assert.Equal([1, 2], updates.Select(update => update.Key.UpdateId));
        Assert.Contains("\uFFFD", updates[0].Json, StringComparison.Ordinal);
    }

    [Fact]
    public void What_has_no_id_is_left_out_and_the_rest_is_kept_as_it_came()
    {
        var updates = RawUpdates.Read(JsonSerializer.Deserialize<JsonElement[]>("""[null, {}, {"update_id":"x"}, {"update_id":3, "new":1}]""")!, botId: 9);

        Assert.Equal([new ReceivedUpdate(new UpdateKey(9, 3), """{"update_id":3, "new":1}""")], updates);
    }
}
