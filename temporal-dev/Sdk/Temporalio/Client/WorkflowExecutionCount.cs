using Temporalio.Api.WorkflowService.V1;
using Temporalio.Common;

namespace Temporalio.Client;

/// <summary>A count of workflows.</summary>
public class WorkflowExecutionCount
{
    /// <summary>Creates it from what the server sent.</summary>
    /// <param name="raw">What the server sent.</param>
    protected internal WorkflowExecutionCount(CountWorkflowExecutionsResponse raw)
    {
        Count = raw.Count;
        Groups = [.. raw.Groups.Select(group => new AggregationGroup(group))];
    }

    /// <summary>How many there are, about.</summary>
    public long Count { get; private init; }

    /// <summary>Groups, if the query asked for them with <c>GROUP BY</c>.</summary>
    public IReadOnlyCollection<AggregationGroup> Groups { get; private init; }

    /// <summary>A group of a count.</summary>
    public class AggregationGroup
    {
        /// <summary>Creates it from what the server sent.</summary>
        /// <param name="raw">What the server sent.</param>
        protected internal AggregationGroup(CountWorkflowExecutionsResponse.Types.AggregationGroup raw)
        {
            Count = raw.Count;
            GroupValues = [.. raw.GroupValues.Select(SearchAttributePayload.ToValue).OfType<object>()];
        }

        /// <summary>How many there are in the group, about.</summary>
        public long Count { get; private init; }

        /// <summary>Values that the group has in common.</summary>
        public IReadOnlyCollection<object> GroupValues { get; private init; }
    }
}
