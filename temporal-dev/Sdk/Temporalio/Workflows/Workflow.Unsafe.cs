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
    }
}
