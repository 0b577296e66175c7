namespace Temporalio.Worker.Machines;

/// <summary>What the next activation tells the code, in the order in which it is told: messages as they arrived, then results
/// in the order of their events, then results of local activities.</summary>
internal sealed class ActivationJobs
{
    private readonly List<(long Sequence, Action Apply)> _messages = [];
    private readonly List<Action> _results = [];
    private readonly List<Action> _localResults = [];

    /// <summary>Whether there is nothing to tell.</summary>
    public bool IsEmpty => _messages.Count == 0 && _results.Count == 0 && _localResults.Count == 0;

    /// <summary>Adds a signal or update that arrived with or after an event.</summary>
    public void AddMessage(long eventId, Action apply) => _messages.Add((eventId, apply));

    /// <summary>Adds a result of something that code waits for, or a cancellation of the run.</summary>
    public void AddResult(Action apply) => _results.Add(apply);

    /// <summary>Adds the result of a local activity.</summary>
    public void AddLocalResult(Action apply) => _localResults.Add(apply);

    /// <summary>Takes all jobs, in order.</summary>
    public List<Action> Take() => [.. TakeMessages(), .. TakeResults()];

    /// <summary>Takes the signals and updates, and what begins the run before them. Stable: messages of one event keep their order.</summary>
    public List<Action> TakeMessages()
    {
        var jobs = _messages.OrderBy(m => m.Sequence).Select(m => m.Apply).ToList();
        _messages.Clear();
        return jobs;
    }

    /// <summary>Takes the results.</summary>
    public List<Action> TakeResults()
    {
        var jobs = new List<Action>([.. _results, .. _localResults]);
        _results.Clear();
        _localResults.Clear();
        return jobs;
    }
}
