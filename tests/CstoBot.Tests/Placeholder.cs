namespace CstoBot.Tests; 
public class Placeholder { [Xunit.Fact] public void One_is_one() => Xunit.Assert.Equal(1, 1); }
