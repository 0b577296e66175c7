using Temporalio.Activities;
using Temporalio.Converters;

namespace Temporalio.Tests.Activities;

public class ActivityDefinitionTests
{
    [Fact]
    public async Task Create_InEachForm_IsNamedAndRuns()
    {
        [Activity]
        static Task<int> LocalAsync(int value) => Task.FromResult(value + 1);

        var local = ActivityDefinition.Create(LocalAsync);
        local.Name.ShouldBe("Local");
        (await local.InvokeAsync([1])).ShouldBe(2);

        var instance = ActivityDefinition.Create(new Some("x").Hidden);
        instance.Name.ShouldBe("Hidden");
        (await instance.InvokeAsync([])).ShouldBe("x");

        var named = ActivityDefinition.Create([Activity("lambda")] () => 5);
        named.Name.ShouldBe("lambda");
        (await named.InvokeAsync([])).ShouldBe(5);

        var generic = ActivityDefinition.Create(Generic.Echo<string>);
        generic.Name.ShouldBe("Echo");
        generic.RequiredParameterCount.ShouldBe(0);
        (await generic.InvokeAsync(["e"])).ShouldBe("e");
    }

    [Fact]
    public void CreateAll_OfType_FindsPublicAndPrivate()
    {
        ActivityDefinition.CreateAll(new Some("x")).Select(a => a.Name).Order().ShouldBe(["Hidden", "Private", "Static"]);
        Should.Throw<InvalidOperationException>(() => ActivityDefinition.CreateAll<Some>(null)).Message.ShouldContain("Instance not provided");
        Should.Throw<ArgumentException>(() => ActivityDefinition.CreateAll("no activities")).Message.ShouldContain("No activities found on");
    }

    [Fact]
    public void Create_BadActivity_SaysWhatIsWrong()
    {
        Fails(() => ActivityDefinition.Create(() => 1), "missing Activity attribute");
        Fails(() => ActivityDefinition.Create([Activity] () => 1), "appears to be a lambda");
        Fails(() => ActivityDefinition.Create(Bad.WithOut), "has disallowed ref/out parameter");
        Fails(() => ActivityDefinition.Create(Bad.DynamicNamed), "cannot be dynamic and have custom name");
        Fails(() => ActivityDefinition.Create(Bad.DynamicTyped), "must accept a required array of IRawValue");
        Fails(() => ActivityDefinition.Create("__temporal_x", typeof(void), [], 0, _ => null), "cannot start with __temporal");
        Fails(() => ActivityDefinition.Create("x", typeof(void), [], 1, _ => null), "requires 1");
    }

    [Fact]
    public void Create_Dynamic_HasNoName() => ActivityDefinition.Create(Bad.Dynamic).Dynamic.ShouldBeTrue();

    private static void Fails(Action create, string message) => Should.Throw<ArgumentException>(create).Message.ShouldContain(message);

    private sealed class Some(string text)
    {
        [Activity]
        public static void Static()
        {
        }

        [Activity]
        public string Hidden() => text;

        [Activity("Private")]
        private Task PrivateAsync() => Task.FromResult(text);

    }

    private static class Generic
    {
        [Activity]
        public static T? Echo<T>(T? value = default) => value;
    }

    private static class Bad
    {
        public delegate void Out(out int value);

        public static Out WithOut { get; } = WithOutParameter;

        [Activity("named", Dynamic = true)]
        public static void DynamicNamed(IRawValue[] args) => ArgumentNullException.ThrowIfNull(args);

        [Activity(Dynamic = true)]
        public static void DynamicTyped(string text) => ArgumentNullException.ThrowIfNull(text);

        [Activity(Dynamic = true)]
        public static void Dynamic(IRawValue[] args) => ArgumentNullException.ThrowIfNull(args);

        [Activity]
        private static void WithOutParameter(out int value) => value = 1;
    }
}
