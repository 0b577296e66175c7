using System.Text;
using Gauntlet.Temporal.Server.Engine.State.Lifecycles;

namespace Gauntlet.Temporal.Server.Tests.Engine;

public sealed class LifecycleTests
{
    // Set it to write the file anew.
    private const string Renew = "GAUNTLET_RENEW_DIAGRAMS";
    private const string File = "temporal-dev/Server/Engine/State/Lifecycles/lifecycles.md";

    public static TheoryData<string> Names => [.. Lifecycles.All.Select(static table => table.Name)];

    [SkippableFact]
    public async Task Diagrams_CheckedIn_AreThoseOfTheTables()
    {
        var file = Checkout() is { } checkout ? Path.Combine(checkout, File) : null;
        Skip.If(file is null, "there is no checkout around this build");
        var text = new StringBuilder("# Lives of what a run waits for\n\nGenerated from the transition tables beside this file.\n");
        foreach (var table in Lifecycles.All) text.Append("\n## ").Append(table.Name).Append("\n\n```mermaid\n").Append(table.ToMermaid()).Append("```\n");
        if (Environment.GetEnvironmentVariable(Renew) is { Length: > 0 }) await System.IO.File.WriteAllTextAsync(file, text.ToString());

        (await System.IO.File.ReadAllTextAsync(file)).ShouldBe(text.ToString(), $"run this test with {Renew}=1 to write {File} anew");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Table_EveryStage_CanBeReachedAndLeft(string name)
    {
        var rows = Lifecycles.All.Single(table => table.Name == name).Rows;
        var reached = new HashSet<string>(StringComparer.Ordinal) { "None" };
        while (rows.Any(row => reached.Contains(row.From) && reached.Add(row.To)))
        {
            // Until nothing new is found.
        }

        reached.Order().ShouldBe(rows.SelectMany(static row => new[] { row.From, row.To }).Distinct().Order(), customMessage: "every stage can be reached");
        rows.Select(static row => (row.From, row.To)).ShouldBeUnique();
    }

    [Fact]
    public void Require_WhatTheTableLacks_IsAFault()
    {
        Lifecycles.Activity.Require(ActivityStage.Scheduled, ActivityStage.Started);
        Lifecycles.Activity.Require(ActivityStage.Started, ActivityStage.Started);

        Should.Throw<InvalidOperationException>(() => Lifecycles.Activity.Require(ActivityStage.BackingOff, ActivityStage.Started))
            .Message.ShouldBe("Activity cannot go from BackingOff to Started.");
    }

    private static string? Checkout()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "Workflows.sln"))) return folder.FullName;
        return null;
    }
}
