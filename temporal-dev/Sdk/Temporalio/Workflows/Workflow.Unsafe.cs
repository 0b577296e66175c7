using Temporalio.Worker.Instances;

namespace Temporalio.Workflows;

/// <content>Things that can break determinism.</content>
public static partial class Workflow
{
    /// <summary>Things that can break determinism: for logging and the like only.</summary>
    public static class Unsafe
    {
        /// <summary>Whether history is read again, or a query is answered from such a history.</summary>
        public static bool IsReplaying => Context.Machines.IsReplaying;

        /// <summary>Whether history is read again; false while a query is answered.</summary>
        public static bool IsReplayingHistoryEvents => Context.IsReplayingHistoryEvents;

        /// <summary>Runs code that leaves the workflow's scheduler on purpose; it must not create commands.</summary>
        /// <param name="fn">The code.</param>
        /// <exception cref="InvalidOperationException">It created commands.</exception>
        public static void WithTracingEventListenerDisabled(Action fn) => WithTracingEventListenerDisabled(() =>
        {
            fn();
            return true;
        });

        /// <summary>Runs code that leaves the workflow's scheduler on purpose; it must not create commands.</summary>
        /// <param name="fn">The code.</param>
        /// <returns>What it returns.</returns>
        /// <exception cref="InvalidOperationException">It created commands.</exception>
        public static T WithTracingEventListenerDisabled<T>(Func<T> fn)
        {
            var commands = Context.Machines.Commands;
            var before = commands.UnsentCount;
            var result = SchedulerWatch.Unwatched(fn);
            return commands.UnsentCount == before
                ? result
                : throw new InvalidOperationException("Function during tracing event listener disabling created workflow commands");
        }
    }
}
