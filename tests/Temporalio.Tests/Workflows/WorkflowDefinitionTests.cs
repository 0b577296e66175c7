using Temporalio.Converters;
using Temporalio.Workflows;

namespace Temporalio.Tests.Workflows;

public class WorkflowDefinitionTests
{
    [Fact]
    public void Create_GoodWorkflow_KnowsItsParts()
    {
        var definition = WorkflowDefinition.Create<Good>();

        definition.Name.ShouldBe("Good");
        definition.Instantiable.ShouldBeTrue();
        definition.Signals.Keys.ShouldBe(["Note"]);
        definition.Updates.Keys.ShouldBe(["named"]);
        definition.Queries.Keys.Order().ShouldBe(["Count", "GetAsync"]);
        definition.Updates["named"].Description.ShouldBe("Words");
        definition.CreateWorkflowInstance(["x"]).ShouldBeOfType<Good>().Text.ShouldBe("x");
    }

    [Fact]
    public void Create_Interface_DropsItsLeadingI()
    {
        var definition = WorkflowDefinition.Create<IContract>();

        definition.Name.ShouldBe("Contract");
        definition.Instantiable.ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => definition.CreateWorkflowInstance([]));
    }

    [Fact]
    public void Create_Dynamic_HasNoName() => WorkflowDefinition.Create<AnyType>().Dynamic.ShouldBeTrue();

    [Theory]
    [InlineData(typeof(NoAttribute), "missing Workflow attribute")]
    [InlineData(typeof(NoRun), "does not have a valid WorkflowRun method")]
    [InlineData(typeof(TwoRuns), "WorkflowRun on multiple")]
    [InlineData(typeof(PrivateRun), "on non-public")]
    [InlineData(typeof(StaticRun), "on static")]
    [InlineData(typeof(InheritedRun), "must be declared on")]
    [InlineData(typeof(VoidRun), "must return an instance of Task")]
    [InlineData(typeof(ReservedName), "cannot start with __temporal")]
    [InlineData(typeof(BadHandlers), "must return Task")]
    [InlineData(typeof(BadHandlers), "cannot return a Task")]
    [InlineData(typeof(BadHandlers), "must return a value")]
    [InlineData(typeof(BadHandlers), "has more than one signal named Same")]
    [InlineData(typeof(BadHandlers), "must be public")]
    [InlineData(typeof(BadHandlers), "cannot be static")]
    [InlineData(typeof(BadHandlers), "must have public getter")]
    [InlineData(typeof(BadHandlers), "contains generic parameters")]
    [InlineData(typeof(BadValidators), "must be void")]
    [InlineData(typeof(BadValidators), "must have the same parameters as")]
    [InlineData(typeof(BadValidators), "Cannot find update method named Nothing")]
    [InlineData(typeof(BadInit), "must match parameter types of WorkflowInit")]
    [InlineData(typeof(BadDynamic), "Cannot have custom name for dynamic workflow")]
    [InlineData(typeof(BadDynamic), "must accept an array of IRawValue")]
    [InlineData(typeof(BadDynamic), "must accept string and an array of IRawValue")]
    [InlineData(typeof(NotOverridden), "on base definition of")]
    public void Create_BadWorkflow_SaysWhatIsWrong(Type type, string message) =>
        Should.Throw<AggregateException>(() => WorkflowDefinition.Create(type)).Message.ShouldContain(message);

    public interface INotAWorkflow;

    [Workflow]
    public interface IContract
    {
        [WorkflowRun]
        Task RunAsync();
    }

    [Workflow]
    [method: WorkflowInit]
    public class Good(string text)
    {
        public string Text { get; } = text;

        [WorkflowQuery]
        public int Count => Text.Length;

        [WorkflowRun]
        public Task<string> RunAsync(string given) => Task.FromResult(given + Text);

        [WorkflowSignal]
        public Task NoteAsync() => Task.CompletedTask;

        [WorkflowQuery]
        public string GetAsync() => Text;

        [WorkflowUpdate("named", Description = "Words")]
        public Task UpdateAsync(int value) => Task.CompletedTask;

        [WorkflowUpdateValidator(nameof(UpdateAsync))]
        public void Validate(int value) => ArgumentOutOfRangeException.ThrowIfNegative(value);
    }

    [Workflow(Dynamic = true)]
    public class AnyType
    {
        [WorkflowRun]
        public Task RunAsync(IRawValue[] args) => Task.CompletedTask;
    }

    public class NoAttribute
    {
        [WorkflowRun]
        public Task RunAsync() => Task.CompletedTask;
    }

    [Workflow]
    public class NoRun;

    [Workflow]
    public class TwoRuns
    {
        [WorkflowRun]
        public Task RunAsync() => Task.CompletedTask;

        [WorkflowRun]
        public Task AgainAsync() => Task.CompletedTask;
    }

    [Workflow]
    public class PrivateRun
    {
        [WorkflowRun]
        internal Task RunAsync() => Task.CompletedTask;
    }

    [Workflow]
    public class StaticRun
    {
        [WorkflowQuery]
        public int One => 1;

        [WorkflowRun]
        public static Task RunAsync() => Task.CompletedTask;
    }

    [Workflow]
    public class InheritedRun : TwoRuns;

    [Workflow]
    public class VoidRun
    {
        [WorkflowRun]
        public void Run()
        {
        }
    }

    [Workflow("__temporal_x")]
    public class ReservedName : NoAttribute
    {
        [WorkflowRun]
        public new Task RunAsync() => Task.CompletedTask;
    }

    [Workflow]
    public class BadHandlers
    {
        [WorkflowQuery]
        public int Hidden { private get; set; }

        [WorkflowRun]
        public Task RunAsync() => Task.FromResult(Hidden);

        [WorkflowSignal]
        public Task<int> ValueAsync() => Task.FromResult(1);

        [WorkflowSignal]
        public Task SameAsync() => Task.CompletedTask;

        [WorkflowSignal("Same")]
        public Task OtherAsync() => Task.CompletedTask;

        [WorkflowSignal]
        internal Task InternalAsync() => Task.CompletedTask;

        [WorkflowSignal]
        public static Task StaticAsync() => Task.CompletedTask;

        [WorkflowSignal]
        public Task GenericAsync<T>(T value) => Task.FromResult(value);

        [WorkflowQuery]
        public Task<int> LaterAsync() => Task.FromResult(1);

        [WorkflowQuery]
        public void Nothing()
        {
        }
    }

    [Workflow]
    public class BadValidators
    {
        [WorkflowRun]
        public Task RunAsync() => Task.CompletedTask;

        [WorkflowUpdate]
        public Task FirstAsync(int value) => Task.CompletedTask;

        [WorkflowUpdateValidator(nameof(FirstAsync))]
        public int ValidateFirst(int value) => value;

        [WorkflowUpdate]
        public Task SecondAsync(int value) => Task.CompletedTask;

        [WorkflowUpdateValidator(nameof(SecondAsync))]
        public void ValidateSecond(string value) => ArgumentNullException.ThrowIfNull(value);

        [WorkflowUpdateValidator("Nothing")]
        public void ValidateNothing(string value) => ArgumentNullException.ThrowIfNull(value);
    }

    [Workflow]
    [method: WorkflowInit]
    public class BadInit(int number)
    {
        [WorkflowRun]
        public Task RunAsync(string text) => Task.FromResult(text + number);
    }

    [Workflow("named", Dynamic = true)]
    public class BadDynamic
    {
        [WorkflowRun]
        public Task RunAsync(string text) => Task.CompletedTask;

        [WorkflowSignal(Dynamic = true)]
        public Task SignalAsync(string name) => Task.CompletedTask;
    }

    public class Base
    {
        [WorkflowSignal]
        public virtual Task SignalAsync() => Task.CompletedTask;
    }

    [Workflow]
    public class NotOverridden : Base
    {
        [WorkflowRun]
        public Task RunAsync() => Task.CompletedTask;

        public override Task SignalAsync() => Task.CompletedTask;
    }
}
