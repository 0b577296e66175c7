namespace Gauntlet.Temporal.Server.Engine.State;

/// <summary>The queue of the worker that has a run cached, and how long a task waits for it there.</summary>
internal sealed record StickyQueue(string Name, TimeSpan ScheduleToStart);
