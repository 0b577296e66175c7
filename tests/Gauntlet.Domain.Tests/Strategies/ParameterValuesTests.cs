using System.Text.Json;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Domain.Tests.Strategies;

public class ParameterValuesTests
{
    private static readonly ParameterValues Values = ParameterValues.Empty.With("slow", 50).With("fast", 10.5).With("direction", "long-only");

    [Fact]
    public void Json_RoundTrip_IsEqual()
    {
        var json = JsonSerializer.Serialize(Values);
        json.ShouldBe("""{"direction":"long-only","fast":10.5,"slow":50}""");
        JsonSerializer.Deserialize<ParameterValues>(json).ShouldBe(Values);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"fast":null}""")]
    [InlineData("""{"fast":{}}""")]
    public void Json_AnythingElse_IsRefused(string json) => Should.Throw<JsonException>(() => JsonSerializer.Deserialize<ParameterValues>(json));

    [Fact]
    public void Equals_OrderOfSetting_DoesNotMatter()
    {
        var other = ParameterValues.Empty.With("direction", "long-only").With("fast", 10.5).With("slow", 50);
        other.ShouldBe(Values);
        other.GetHashCode().ShouldBe(Values.GetHashCode());
        other.With("slow", 51).ShouldNotBe(Values);
    }

    // Thousands of trials of a study have the same names: a hash that looked at those alone would put all of them into one bucket.
    [Fact]
    public void GetHashCode_SameNamesOtherValues_Differs() =>
        Enumerable.Range(0, 1000).Select(i => Values.With("slow", i).GetHashCode()).Distinct().Count().ShouldBeGreaterThan(990);

    [Theory]
    [InlineData("10", true)]
    [InlineData("1e-3", true)]
    [InlineData("long-only", false)]
    public void Parse_Text_IsANumberWhereItReadsAsOne(string text, bool isNumber) => ParameterValue.Parse(text).IsNumber.ShouldBe(isNumber);
}
