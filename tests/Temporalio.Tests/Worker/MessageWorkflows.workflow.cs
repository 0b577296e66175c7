using Temporalio.Converters;
using Temporalio.Exceptions;
using Temporalio.Workflows;

namespace Temporalio.Tests.Worker;

/// <summary>Collects texts by signal and update until told to stop.</summary>
[Workflow]
public class CollectorWorkflow
{
    private readonly List<string> _seen = [];
    private bool _stopped;

    [WorkflowQuery]
    public int Count => _seen.Count;

    [WorkflowRun]
    public async Task<string> RunAsync()
    {
        _seen.Add("run");
        await Workflow.WaitConditionAsync(() => _stopped);
        await Workflow.WaitConditionAsync(() => Workflow.AllHandlersFinished);
        return string.Join(',', _seen);
    }

    [WorkflowSignal]
    public async Task AddAsync(string text) => _seen.Add(text);

    [WorkflowSignal]
    public async Task StopAsync() => _stopped = true;

    [WorkflowSignal]
    public Task FailAsync() => throw new ApplicationFailureException("No more", errorType: "Enough");

    [WorkflowSignal]
    public async Task ListenAsync(string signal) =>
        Workflow.Signals[signal] = WorkflowSignalDefinition.CreateWithoutAttribute(signal, (string text) =>
        {
            _seen.Add($"{signal}:{text}");
            return Task.CompletedTask;
        });

    [WorkflowQuery]
    public string Seen(int skip) => string.Join(',', _seen.Skip(skip));

    [WorkflowQuery]
    public string Broken() => throw new InvalidOperationException("Do not ask");

    [WorkflowQuery]
    public string Commanding()
    {
        _ = Workflow.DelayAsync(1000);
        return "never";
    }

    [WorkflowUpdateValidator(nameof(PutAsync))]
    public void ValidatePut(string text)
    {
        if (text.Length == 0)
        {
            throw new ApplicationFailureException("Text is empty", errorType: "Empty");
        }
    }

    [WorkflowUpdate]
    public async Task<int> PutAsync(string text)
    {
        _seen.Add($"put {text}");
        return _seen.Count;
    }

    [WorkflowUpdate]
    public async Task<string> SlowAsync(string text)
    {
        await Workflow.DelayAsync(50);
        if (text == "fail")
        {
            throw new ApplicationFailureException("Slow failure", errorType: "Slow");
        }

        _seen.Add($"slow {text}");
        return $"{text} {Workflow.CurrentUpdateInfo?.Name}";
    }
}

/// <summary>Takes every signal, query and update.</summary>
[Workflow(Dynamic = true)]
public class DynamicWorkflow
{
    private readonly List<string> _seen = [];
    private bool _stopped;

    [WorkflowRun]
    public async Task<string> RunAsync(IRawValue[] args)
    {
        await Workflow.WaitConditionAsync(() => _stopped);
        return $"{Workflow.Info.WorkflowType} {Text(args[0])} {string.Join(',', _seen)}";
    }

    [WorkflowSignal(Dynamic = true)]
    public async Task SignalAsync(string name, IRawValue[] args)
    {
        _seen.Add($"{name}={Text(args[0])}");
        _stopped = name == "stop";
    }

    [WorkflowQuery(Dynamic = true)]
    public string Query(string name, IRawValue[] args) => $"{name}?{args.Length}";

    [WorkflowUpdate(Dynamic = true)]
    public async Task<string> UpdateAsync(string name, IRawValue[] args) => $"{name}!{Text(args[0])}";

    private static string Text(IRawValue value) => Workflow.PayloadConverter.ToValue<string>(value);
}
