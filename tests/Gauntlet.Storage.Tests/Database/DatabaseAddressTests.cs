using Gauntlet.Domain.Input;
using Gauntlet.Storage.Database;

namespace Gauntlet.Storage.Tests.Database;

public class DatabaseAddressTests
{
    [Theory]
    [InlineData("Host=db;Port=5433;Username=u;Password=s3cret;Database=d")]
    [InlineData("postgres://u:s3cret@db:5433/d")]
    [InlineData("postgresql://u:s3cret@db:5433/d?sslmode=prefer")]
    public void Parse_EitherForm_IsTheSameAddress(string text)
    {
        var address = DatabaseAddress.Parse(text);
        address.ToString().ShouldBe("postgres://u@db:5433/d");
        address.ConnectionString.ShouldContain("s3cret");
    }

    [Fact]
    public void Parse_EscapedPassword_IsUnescaped() => DatabaseAddress.Parse("postgres://u:p%40ss%2Fword@db/d").ConnectionString.ShouldContain("p@ss/word");

    [Fact]
    public void Parse_NoPort_IsTheUsualOne() => DatabaseAddress.Parse("postgres://u@db/d").Port.ShouldBe(5432);

    [Theory]
    [InlineData("mysql://u:s3cret@db/d")]
    [InlineData("Hots=db;Password=s3cret")]
    [InlineData("Database=d;Password=s3cret")]
    [InlineData("postgres://u:s3cret@db/d?colour=red")]
    public void Parse_Neither_IsRefusedWithoutThePassword(string text)
    {
        var error = Should.Throw<InvalidInputException>(() => DatabaseAddress.Parse(text));
        error.Message.ShouldStartWith("GAUNTLET_DATABASE");
        error.Message.ShouldNotContain("s3cret");
    }
}
