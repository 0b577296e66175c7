using Gauntlet.Domain.Input;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Domain.Tests.Strategies;

public class ParameterSpaceTests
{
    private static readonly ParameterSpace Space = StrategyCatalogue.Find("sma-cross").Parameters;

    [Fact]
    public void Bind_Nothing_GivesTheDefaults() =>
        Space.Bind(ParameterValues.Empty).ToString().ShouldBe("direction=long-short fast=20 size=1 slow=100");

    [Fact]
    public void Bind_Some_CompletesThem() => Space.Bind(Of(("fast", 5))).Integer("fast").ShouldBe(5);

    [Fact]
    public void Bind_UnknownName_SaysTheNearest() =>
        Refused(("fats", 5)).ShouldBe("sma-cross has no parameter 'fats'. Did you mean 'fast'? Known: direction, fast, size, slow.");

    [Fact]
    public void Bind_OutOfRange_SaysTheRange() =>
        Refused(("fast", 1)).ShouldBe("sma-cross: fast = 1 is not a whole number from 2 to 100. Give a whole number from 2 to 100.");

    [Theory]
    [InlineData("fast", "2.5")]
    [InlineData("fast", "ten")]
    [InlineData("fast", "NaN")]
    [InlineData("size", "0")]
    [InlineData("size", "long-only")]
    [InlineData("direction", "short-only")]
    [InlineData("direction", "1")]
    public void Bind_WrongKind_IsRefused(string name, string value) => Refused((name, ParameterValue.Parse(value))).ShouldContain($"{name} = {value} is not");

    [Fact]
    public void Bind_BrokenConstraint_SaysWhich() => Refused(("fast", 60), ("slow", 50)).ShouldContain("fast < slow does not hold");

    private static string Refused(params (string Name, ParameterValue Value)[] values) => Should.Throw<InvalidInputException>(() => Space.Bind(Of(values))).Message;

    private static ParameterValues Of(params (string Name, ParameterValue Value)[] values) => new(values.Select(value => KeyValuePair.Create(value.Name, value.Value)));
}
