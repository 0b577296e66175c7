namespace Temporalio.Worker.Polling;

/// <summary>What a poll brought.</summary>
/// <typeparam name="T">Task.</typeparam>
/// <param name="Task">The task; null if there was none.</param>
/// <param name="Delta">By how much the server wants the number of polls to change; null if it said nothing.</param>
internal readonly record struct Polled<T>(T? Task, int? Delta)
    where T : class;
