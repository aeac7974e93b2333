using System.Text.Json;
using CstoBot.Conversations;
using CstoBot.Telegram;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Receiving;
using Telegram.Bot.Types;
using Xunit;

namespace CstoBot.Tests.Telegram.Handling;

public sealed class IncomingReaderTests
{
    private const string Private = """ "chat":{"id":5,"type":"private"} """;
    private const string Group = """ "chat":{"id":-5,"type":"supergroup","is_forum":true} """;

    private static readonly BotIdentity Bot = new(99, "CstoBot");

    [Theory]
    [InlineData("Who is a member?")]
    [InlineData("@cstobot Who is a member?")]
    [InlineData("/ask Who is a member?")]
    [InlineData("/ask@CSTOBOT Who is a member?")]
    public void A_text_in_a_private_chat_is_a_question(string text)
    {
        var question = Assert.IsType<Incoming.Question>(Read(Private, text));

        Assert.Equal("Who is a member?", question.Text);
        Assert.Equal(new ConversationKey(5, 0, 7), question.Origin.Conversation);
        Assert.False(question.Origin.IsGroup);
    }

    [Theory]
    [InlineData("Who is a member, @CstoBot?", "Who is a member, ?")]
    [InlineData("@cstobot, who is a member?", "who is a member?")]
    [InlineData("Tell me @cstobot who", "Tell me who")]
    [InlineData("/ask who?", "who?")]
    [InlineData("/ask@cstobot\nwho?", "who?")]
    public void In_a_group_it_answers_who_addresses_it(string text, string expected)
    {
        var question = Assert.IsType<Incoming.Question>(Read(Group, text));

        Assert.Equal(expected, question.Text);
        Assert.True(question.Origin.IsGroup);
    }

    [Theory]
    [InlineData("Who is a member?")]
    [InlineData("write to me@cstobot.org")]
    [InlineData("@cstobot2 who?")]
    [InlineData("@@cstobot who?")]
    [InlineData("/ask@otherbot who?")]
    [InlineData("/help@otherbot")]
    [InlineData("/roll 6")]
    public void In_a_group_it_is_silent_otherwise(string text) => Assert.IsType<Incoming.Ignored>(Read(Group, text));

    [Fact]
    public void A_reply_to_one_of_its_messages_addresses_it()
    {
        var toBot = Read(Group, "and since when?", """ ,"reply_to_message":{"message_id":2,"date":1,"chat":{"id":-5,"type":"supergroup"},"from":{"id":99,"is_bot":true,"first_name":"b"},"text":"Six. [1]"} """);
        var toOther = Read(Group, "and since when?", """ ,"reply_to_message":{"message_id":2,"date":1,"chat":{"id":-5,"type":"supergroup"},"from":{"id":8,"is_bot":false,"first_name":"b"},"text":"Six."} """);

        Assert.Equal("and since when?", Assert.IsType<Incoming.Question>(toBot).Text);
        Assert.Null(((Incoming.Question)toBot).Context);
        Assert.IsType<Incoming.Ignored>(toOther);
    }

    [Theory]
    [InlineData("👍")]
    [InlineData("…?!")]
    [InlineData("❤️\u200D🔥")]
    public void A_text_without_a_word_asks_nothing_and_in_a_group_it_is_a_remark_between_people(string text)
    {
        const string ToBot = """ ,"reply_to_message":{"message_id":2,"date":1,"chat":{"id":-5,"type":"supergroup"},"from":{"id":99,"is_bot":true,"first_name":"b"},"text":"Six. [1]"} """;

        Assert.IsType<Incoming.Empty>(Read(Private, text));
        Assert.IsType<Incoming.Ignored>(Read(Group, text, ToBot));
        Assert.IsType<Incoming.Empty>(Read(Group, $"@cstobot {text}"));
        Assert.IsType<Incoming.Question>(Read(Private, $"{text} 𝔚𝔥𝔬"));
    }

    [Theory]
    [InlineData("@cstobot", "Who leads it?", null)]
    [InlineData("/ask@cstobot", "Who leads it?", null)]
    [InlineData("@cstobot and since when?", "and since when?", "Who leads it?")]
    public void A_mention_in_a_reply_asks_about_what_is_replied_to(string text, string expected, string? context)
    {
        var question = Read(Group, text, """ ,"reply_to_message":{"message_id":2,"date":1,"chat":{"id":-5,"type":"supergroup"},"from":{"id":8,"is_bot":false,"first_name":"b"},"text":"Who leads it?"} """);

        Assert.Equal((expected, context), question is Incoming.Question asked ? (asked.Text, asked.Context) : default);
    }

    [Fact]
    public void A_quoted_part_counts_more_than_the_whole_message()
    {
        var question = Read(Group, "@cstobot", """ ,"quote":{"text":"Who leads it?","position":9},"reply_to_message":{"message_id":2,"date":1,"chat":{"id":-5,"type":"supergroup"},"from":{"id":8,"is_bot":false,"first_name":"b"},"text":"I wonder. Who leads it?"} """);

        Assert.Equal("Who leads it?", Assert.IsType<Incoming.Question>(question).Text);
    }

    [Fact]
    public void A_mention_alone_asks_nothing() => Assert.IsType<Incoming.Empty>(Read(Group, "@cstobot"));

    [Fact]
    public void A_topic_is_a_conversation_of_its_own_but_a_thread_of_replies_is_none()
    {
        var inTopic = Read(Group, "/ask who?", """ ,"message_thread_id":12,"is_topic_message":true """);
        var inThread = Read(Group, "/ask who?", """ ,"message_thread_id":12 """);

        Assert.Equal(12, ((Incoming.Question)inTopic).Origin.Conversation.Topic);
        Assert.Equal(0, ((Incoming.Question)inThread).Origin.Conversation.Topic);
    }

    [Fact]
    public void Commands_are_read_in_any_case_and_unknown_ones_are_answered_where_they_are_meant_for_the_bot()
    {
        Assert.Equal("help", Assert.IsType<Incoming.Command>(Read(Group, "/HELP@cstobot")).Name);
        Assert.Equal("roll", Assert.IsType<Incoming.Command>(Read(Private, "/roll 6")).Name);
        Assert.Equal("roll", Assert.IsType<Incoming.Command>(Read(Group, "/roll@cstobot 6")).Name);
    }

    [Fact]
    public void A_caption_is_read_and_a_picture_without_one_is_textless()
    {
        var photo = """ ,"photo":[{"file_id":"a","file_unique_id":"b","width":1,"height":1}] """;

        Assert.Equal("Who?", Assert.IsType<Incoming.Question>(ReadMessage(Private, photo + """ ,"caption":"Who?" """)).Text);
        Assert.IsType<Incoming.Textless>(ReadMessage(Private, photo));
        Assert.IsType<Incoming.Ignored>(ReadMessage(Group, photo));
        Assert.IsType<Incoming.Ignored>(ReadMessage(Private, """ ,"delete_chat_photo":true """));
    }

    [Fact]
    public void Other_bots_are_ignored_but_an_anonymous_admin_is_not()
    {
        var bot = """ ,"text":"/ask who?","from":{"id":8,"is_bot":true,"first_name":"b"} """;
        var admin = bot + """ ,"sender_chat":{"id":-5,"type":"supergroup"} """;

        Assert.Equal(IgnoredReason.FromBot, Assert.IsType<Incoming.Ignored>(Read($$$"""{"update_id":1,"message":{"message_id":3,"date":1,{{{Group}}}{{{bot}}}}}""")).Reason);
        Assert.Equal(-5, Assert.IsType<Incoming.Question>(Read($$$"""{"update_id":1,"message":{"message_id":3,"date":1,{{{Group}}}{{{admin}}}}}""")).Origin.Conversation.User);
    }

    [Fact]
    public void An_edited_question_is_one_and_an_edited_command_is_none()
    {
        static Incoming Edited(string text) => Read(
            $$"""{"update_id":1,"edited_message":{"message_id":3,"date":1,{{Private}},"from":{"id":7,"is_bot":false,"first_name":"a"},"text":"{{text}}"} }""");

        Assert.True(Assert.IsType<Incoming.Question>(Edited("Who?")).IsEdited);
        Assert.IsType<Incoming.Ignored>(Edited("/help"));
    }

    [Theory]
    [InlineData("x", 1, true)]
    [InlineData("f:1:+", 1, false)]
    [InlineData("f:1:+", 0, true)]
    public void A_button_counts_only_when_the_message_has_it_unless_the_message_is_too_old_to_be_shown(string data, int date, bool isOffered)
    {
        const string Keyboard = """ "reply_markup":{"inline_keyboard":[[{"text":"Close","callback_data":"x"}]]} """;
        var message = $$"""{"message_id":3,"date":{{date}},{{Private}},{{Keyboard}}}""";
        var query = $$"""{"id":"9","from":{"id":7,"is_bot":false,"first_name":"a"},"chat_instance":"1","data":"{{data}}","message":{{message}}}""";

        var press = Assert.IsType<Incoming.ButtonPress>(Read($$"""{"update_id":1,"callback_query":{{query}}}"""));

        Assert.Equal((data, isOffered), (press.Data, press.IsOffered));
    }

    [Theory]
    [InlineData("", typeof(Incoming.Textless))]
    [InlineData(""" ,"caption":"Who?" """, typeof(Incoming.Question))]
    public void A_file_in_a_private_chat_is_one_and_what_it_is_otherwise(string caption, Type otherwise)
    {
        const string File = """ "document":{"file_id":"f","file_unique_id":"u","file_name":"a.txt","file_size":5},"from":{"id":7,"is_bot":false,"first_name":"a"} """;

        var sent = Assert.IsType<Incoming.Document>(Read($$$"""{"update_id":1,"message":{"message_id":3,"date":1,{{{Private}}},{{{File}}}{{{caption}}}}}"""));
        var moving = Read($$$"""{"update_id":1,"message":{"message_id":3,"date":1,{{{Private}}},{{{File}}},"animation":{"file_id":"f","file_unique_id":"u","width":1,"height":1,"duration":1}{{{caption}}}}}""");
        var edited = Read($$$"""{"update_id":1,"edited_message":{"message_id":3,"date":1,{{{Private}}},{{{File}}}{{{caption}}}}}""");

        Assert.Equal(new SentFile("f", "a.txt", 5), sent.File);
        Assert.IsType(otherwise, sent.Otherwise);
        Assert.IsNotType<Incoming.Document>(moving);
        Assert.IsNotType<Incoming.Document>(edited);
    }

    [Fact]
    public void A_forwarded_message_is_a_question_in_a_private_chat_and_none_in_a_group()
    {
        const string Forwarded = """ ,"forward_origin":{"type":"user","date":1,"sender_user":{"id":8,"is_bot":false,"first_name":"b"}} """;

        var question = Assert.IsType<Incoming.Question>(Read(Private, "Who leads it?", Forwarded));
        Assert.Equal(("Who leads it?", 7), (question.Text, question.Origin.Conversation.User));
        Assert.Equal("who?", Assert.IsType<Incoming.Question>(Read(Private, "/ask who?", Forwarded)).Text);
        Assert.IsType<Incoming.Empty>(Read(Private, "/forget", Forwarded));
        Assert.IsType<Incoming.Ignored>(Read(Group, "@cstobot who?", Forwarded));
        Assert.IsType<Incoming.Ignored>(Read(Group, "/ask@cstobot who?", Forwarded));
    }

    [Fact]
    public void What_the_bot_offered_inline_and_somebody_posted_is_no_question()
    {
        const string ViaBot = """ ,"via_bot":{"id":99,"is_bot":true,"first_name":"b"} """;

        Assert.Equal(IgnoredReason.OwnInlineResult, Assert.IsType<Incoming.Ignored>(Read(Private, "Who? Six. [1]", ViaBot)).Reason);
        Assert.IsType<Incoming.Question>(Read(Private, "Who?", ViaBot.Replace("99", "98", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(""" "sticker":{"file_id":"a","file_unique_id":"b","type":"regular","width":1,"height":1,"is_animated":false,"is_video":false} """)]
    [InlineData(""" "voice":{"file_id":"a","file_unique_id":"b","duration":1} """)]
    [InlineData(""" "location":{"longitude":1,"latitude":1} """)]
    [InlineData(""" "poll":{"id":"1","question":"Who?","options":[],"total_voter_count":0,"is_closed":false,"is_anonymous":true,"type":"regular","allows_multiple_answers":false} """)]
    public void What_has_no_text_gets_a_note_where_it_is_meant_for_the_bot(string content)
    {
        var toBot = $$$""",{{{content}}},"reply_to_message":{"message_id":2,"date":1,"chat":{"id":-5,"type":"supergroup"},"from":{"id":99,"is_bot":true,"first_name":"b"},"text":"Six."}""";

        Assert.IsType<Incoming.Textless>(ReadMessage(Private, "," + content));
        Assert.IsType<Incoming.Textless>(ReadMessage(Group, toBot));
        Assert.IsType<Incoming.Ignored>(ReadMessage(Group, "," + content));
    }

    [Fact]
    public void A_long_text_is_asked_by_its_questions_and_a_long_context_is_cut()
    {
        var article = string.Concat(Enumerable.Repeat("It met in Yerevan. ", 100));
        var reply = $$$""" ,"reply_to_message":{"message_id":2,"date":1,"chat":{"id":-5,"type":"supergroup"},"from":{"id":8,"is_bot":false,"first_name":"b"},"text":"{{{article}}}"} """;

        Assert.Equal("Who chaired it?", Assert.IsType<Incoming.Question>(Read(Private, article + "Who chaired it?")).Text);
        Assert.IsType<Incoming.TooLong>(Read(Private, article));
        Assert.IsType<Incoming.TooLong>(Read(Group, "@cstobot", reply));
        Assert.InRange(Assert.IsType<Incoming.Question>(Read(Group, "@cstobot when?", reply)).Context!.Length, 900, 1_000);
    }

    [Fact]
    public void The_general_topic_is_the_chat_itself() =>
        Assert.Equal(0, ((Incoming.Question)Read(Group, "/ask who?", """ ,"message_thread_id":1,"is_topic_message":true """)).Origin.Conversation.Topic);

    [Fact]
    public void A_post_of_a_linked_channel_is_ignored_and_a_person_who_writes_as_a_channel_is_not()
    {
        const string Channel = """ ,"text":"/ask@cstobot who?","sender_chat":{"id":-77,"type":"channel"} """;

        Assert.IsType<Incoming.Ignored>(ReadMessage(Group, Channel + ""","is_automatic_forward":true"""));
        Assert.Equal(-77, Assert.IsType<Incoming.Question>(ReadMessage(Group, Channel)).Origin.Conversation.User);
    }

    [Theory]
    [InlineData("left", "member", "supergroup", true)]
    [InlineData("kicked", "administrator", "group", true)]
    [InlineData("member", "administrator", "group", false)]
    [InlineData("member", "left", "group", false)]
    [InlineData("left", "member", "private", false)]
    [InlineData("left", "administrator", "channel", false)]
    public void The_bot_greets_only_when_somebody_adds_it_to_a_group(string before, string after, string chat, bool greets)
    {
        const string Rights = ""","can_be_edited":false,"is_anonymous":false,"can_manage_chat":true,"can_delete_messages":true,"can_manage_video_chats":true,"can_restrict_members":true,"can_promote_members":true,"can_change_info":true,"can_invite_users":true,"can_post_stories":true,"can_edit_stories":true,"can_delete_stories":true,"until_date":0""";
        string Member(string status) => $$$"""{"status":"{{{status}}}","user":{"id":99,"is_bot":true,"first_name":"b"}{{{Rights}}}}""";

        var incoming = Read($$$"""{"update_id":1,"my_chat_member":{"chat":{"id":-5,"type":"{{{chat}}}"},"from":{"id":7,"is_bot":false,"first_name":"a","language_code":"ru"},"date":1,"old_chat_member":{{{Member(before)}}},"new_chat_member":{{{Member(after)}}}}}""");

        Assert.Equal(greets, incoming is Incoming.AddedToGroup { Origin: { IsGroup: true, LanguageCode: "ru", Conversation.Chat: -5 } });
    }

    [Fact]
    public void A_group_that_becomes_a_supergroup_is_the_same_group()
    {
        Assert.Equal(new Incoming.GroupMoved(-5, -1005), ReadMessage(""" "chat":{"id":-5,"type":"group"} """, ""","migrate_to_chat_id":-1005"""));
        Assert.Equal(new Incoming.GroupMoved(-4, -5), ReadMessage(Group, ""","migrate_from_chat_id":-4"""));
    }

    [Fact]
    public void What_is_typed_after_its_name_is_an_inline_query()
    {
        var query = Read("""{"update_id":1,"inline_query":{"id":"9","from":{"id":7,"is_bot":false,"first_name":"a","language_code":"ru"},"query":" кто? ","offset":""}}""");

        Assert.Equal(new Incoming.InlineQuery(Bot, 7, "ru", "9", "кто?"), query);
    }

    [Fact]
    public void A_command_comes_with_what_follows_it() =>
        Assert.Equal("ask_aGk", Assert.IsType<Incoming.Command>(Read(Private, "/start ask_aGk")).Argument);

    [Theory]
    [InlineData(""" "from":{"id":8,"is_bot":false,"first_name":"b"},"text":"Hi." """, 8L)]
    [InlineData(""" "from":{"id":8,"is_bot":true,"first_name":"b"},"text":"Hi." """, null)]
    [InlineData(""" "from":{"id":1087968824,"is_bot":true,"first_name":"Group"},"sender_chat":{"id":-5,"type":"supergroup"},"text":"Hi." """, null)]
    [InlineData(""" "from":{"id":777000,"is_bot":false,"first_name":"Telegram"},"sender_chat":{"id":-8,"type":"channel"},"is_automatic_forward":true,"text":"Hi." """, null)]
    [InlineData(""" "text":"Hi." """, null)]
    public void A_command_in_reply_to_somebody_says_to_whom_unless_that_is_nobody_in_particular(string replied, long? author)
    {
        var command = Assert.IsType<Incoming.Command>(Read(Group, "/revoke", $$$""" ,"reply_to_message":{"message_id":2,"date":1,"chat":{"id":-5,"type":"supergroup"},{{{replied}}}} """));

        Assert.Equal(new RepliedMessage(2, author), command.RepliesTo);
    }

    [Fact]
    public void What_opened_the_topic_of_a_forum_is_not_what_a_command_in_it_replies_to()
    {
        var command = Assert.IsType<Incoming.Command>(Read(
            Group,
            "/revoke",
            """ ,"is_topic_message":true,"message_thread_id":2,"reply_to_message":{"message_id":2,"date":1,"chat":{"id":-5,"type":"supergroup"},"from":{"id":8,"is_bot":false,"first_name":"b"},"forum_topic_created":{"name":"t","icon_color":1}} """));

        Assert.Null(command.RepliesTo);
    }

    [Fact]
    public void What_is_neither_a_message_nor_a_button_is_ignored() =>
        Assert.IsType<Incoming.Ignored>(Read("""{"update_id":1,"something_new":{"id":4}}"""));

    private static Incoming Read(string chat, string text, string more = "") =>
        ReadMessage(chat, $",\"text\":{JsonSerializer.Serialize(text)}{more}");

    private static Incoming ReadMessage(string chat, string more) => Read(
        $$$"""{"update_id":1,"message":{"message_id":3,"date":1,{{{chat}}},"from":{"id":7,"is_bot":false,"first_name":"a","language_code":"ru"}{{{more}}}}}""");

    private static Incoming Read(string json) => IncomingReader.Read(JsonSerializer.Deserialize<Update>(json, TelegramJson.Options)!, Bot);
}
