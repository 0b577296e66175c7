using System.Linq.Expressions;
using System.Reflection;
using Temporalio.Common;

namespace Temporalio.Tests.Common;

public sealed class ExpressionCallsTests
{
    [Fact]
    public void ReadCall_MethodOnParameter_GivesMethodAndArguments()
    {
        var number = 20;
        Expression<Func<Sample, Task>> call = s => s.RunAsync(number + 1, $"x{number}");
        var (method, args) = ExpressionCalls.ReadCall(call);
        method.Name.ShouldBe(nameof(Sample.RunAsync));
        args.ShouldBe([21, "x20"]);
    }

    [Fact]
    public void ReadCall_TaskOfResultAsTask_IsTaken()
    {
        Expression<Func<Sample, Task>> call = s => s.ResultAsync();
        ExpressionCalls.ReadCall(call).Method.Name.ShouldBe(nameof(Sample.ResultAsync));
    }

    [Fact]
    public void ReadCall_StaticWithoutParameter_IsTaken()
    {
        Expression<Func<int>> call = () => Sample.Static(1);
        ExpressionCalls.ReadCall(call).Args.ShouldBe([1]);
    }

    [Fact]
    public void ReadCall_AnythingElse_IsRefused()
    {
        var other = new Sample();
        Expression<Func<Sample, int>> twice = s => s.Number() + 1;
        Expression<Func<Sample, int>> onOther = s => other.Number();
        Expression<Func<Sample, int>> onStatic = s => Sample.Static(1);
        Expression<Func<Sample, Func<int>>> uncalled = s => s.Number;
        Should.Throw<ArgumentException>(() => ExpressionCalls.ReadCall(twice)).Message.ShouldBe("Expression must be a single method call");
        Should.Throw<ArgumentException>(() => ExpressionCalls.ReadCall(onOther));
        Should.Throw<ArgumentException>(() => ExpressionCalls.ReadCall(onStatic));
        Should.Throw<ArgumentException>(() => ExpressionCalls.ReadCallOrProperty(uncalled));
        Should.Throw<ArgumentException>(() => ExpressionCalls.ReadCallOrProperty(twice)).Message.ShouldContain("or property access");
    }

    [Fact]
    public void ReadCallOrProperty_Property_IsTaken()
    {
        Expression<Func<Sample, string>> call = s => s.Name;
        ExpressionCalls.ReadCallOrProperty(call).Member.ShouldBeAssignableTo<PropertyInfo>()!.Name.ShouldBe("Name");
    }

    private sealed class Sample
    {
        public string Name { get; } = "name";

        public static int Static(int value) => value;

        public int Number() => Name.Length;

        public Task RunAsync(int number, string text) => Task.FromResult((number, text, Name));

        public Task<int> ResultAsync() => Task.FromResult(Name.Length);
    }
}
