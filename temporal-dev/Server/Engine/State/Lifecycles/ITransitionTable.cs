namespace Gauntlet.Temporal.Server.Engine.State.Lifecycles;

/// <summary>What can be shown of any transition table.</summary>
internal interface ITransitionTable
{
    /// <summary>Told of every transition that is taken: from, to.</summary>
    Action<string, string>? Passed { get; set; }

    /// <summary>What has these states.</summary>
    string Name { get; }

    /// <summary>The transitions.</summary>
    IReadOnlyList<(string From, string On, string To)> Rows { get; }

    /// <summary>The table as a Mermaid state diagram.</summary>
    string ToMermaid();
}
