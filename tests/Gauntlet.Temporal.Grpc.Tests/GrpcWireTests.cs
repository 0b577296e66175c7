namespace Gauntlet.Temporal.Grpc.Tests;

public class GrpcWireTests
{
    [Theory]
    [InlineData(0, "0m")]
    [InlineData(1500, "1500m")]
    [InlineData(99_999_999, "99999999m")]
    [InlineData(100_000_000, "100000S")]
    public void FormatTimeout_AnyTime_HasAtMostEightDigits(long milliseconds, string expected) =>
        GrpcWire.FormatTimeout(TimeSpan.FromMilliseconds(milliseconds)).ShouldBe(expected);

    [Theory]
    [InlineData("2H", 7200)]
    [InlineData("3M", 180)]
    [InlineData("5S", 5)]
    [InlineData("250m", 0.25)]
    [InlineData("250000u", 0.25)]
    [InlineData("250000000n", 0.25)]
    public void ParseTimeout_EveryUnit_IsRead(string value, double seconds) => GrpcWire.ParseTimeout(value).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("-5S")]
    [InlineData("5x")]
    public void ParseTimeout_Unreadable_IsNone(string? value) => GrpcWire.ParseTimeout(value).ShouldBeNull();

    [Theory]
    [InlineData("plain")]
    [InlineData("100 % of ü and \n")]
    public void EncodeMessage_AnyText_IsPrintableAsciiAndComesBack(string text)
    {
        var encoded = GrpcWire.EncodeMessage(text);

        encoded.ShouldAllBe(character => character >= ' ' && character <= '~');
        GrpcWire.DecodeMessage(encoded).ShouldBe(text);
    }

    [Fact]
    public void DecodeBinary_WithoutPadding_IsRead() => GrpcWire.DecodeBinary("AQI").ShouldBe([1, 2]);
}
