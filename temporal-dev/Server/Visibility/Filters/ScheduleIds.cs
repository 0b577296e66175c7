namespace Gauntlet.Temporal.Server.Visibility.Filters;

/// <summary>Ids of schedules in filters: each stands for the id of the system workflow that the schedule is on the real server.</summary>
internal static class ScheduleIds
{
    /// <summary>Name by which filters ask for them.</summary>
    public const string Name = "ScheduleId";

    /// <summary>Stands before a schedule's id in the id of its workflow.</summary>
    public const string Prefix = "temporal-sys-scheduler:";

    private static readonly NameExpression WorkflowId = new("WorkflowId");

    /// <summary>The filter with workflow ids in place of schedule ids.</summary>
    public static FilterExpression AsWorkflowIds(FilterExpression expression) => expression switch
    {
        AndExpression both => new AndExpression(AsWorkflowIds(both.Left), AsWorkflowIds(both.Right)),
        OrExpression either => new OrExpression(AsWorkflowIds(either.Left), AsWorkflowIds(either.Right)),
        NotExpression not => new NotExpression(AsWorkflowIds(not.Inner)),
        ParenthesisExpression group => new ParenthesisExpression(AsWorkflowIds(group.Inner)),
        ComparisonExpression { Left: NameExpression { Name: Name } } comparison => comparison with { Left = WorkflowId, Right = Prefixed(comparison.Right) },
        RangeExpression { Left: NameExpression { Name: Name } } range => range with { Left = WorkflowId, From = Prefixed(range.From), To = Prefixed(range.To) },
        IsExpression { Inner: NameExpression { Name: Name } } test => test with { Inner = WorkflowId },
        _ => expression,
    };

    private static FilterExpression Prefixed(FilterExpression value) => value switch
    {
        LiteralExpression { Value: string id } => new LiteralExpression(Prefix + id, Prefix + id),
        ListExpression list => new ListExpression([.. list.Items.Select(Prefixed)]),
        _ => value,
    };
}
