using Temporalio.Client;
using Temporalio.Common;
using Temporalio.Testing;
using Temporalio.Tests.Servers;

namespace Temporalio.Tests.Testing;

public sealed class WorkflowEnvironmentTests
{
    [Fact]
    public async Task TimeSkipping_Delay_MovesServerClock()
    {
        await using var environment = await WorkflowEnvironment.StartTimeSkippingAsync();
        environment.SupportsTimeSkipping.ShouldBeTrue();
        var before = await environment.GetCurrentTimeAsync();

        await environment.DelayAsync(TimeSpan.FromDays(90));

        var passed = await environment.GetCurrentTimeAsync() - before;
        passed.ShouldBeInRange(TimeSpan.FromDays(90), TimeSpan.FromDays(90) + TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task StartLocal_Namespace_IsThere()
    {
        await using var environment = await WorkflowEnvironment.StartLocalAsync(new() { Namespace = "mine" });
        environment.SupportsTimeSkipping.ShouldBeFalse();
        environment.Client.Options.Namespace.ShouldBe("mine");
        var described = await environment.Client.WorkflowService.DescribeNamespaceAsync(new() { Namespace = "mine" });
        described.NamespaceInfo.Name.ShouldBe("mine");
        environment.WithAutoTimeSkippingDisabled(() => 7).ShouldBe(7);
    }

    [Fact]
    public async Task StartLocal_SearchAttributes_AreRegistered()
    {
        await using var environment = await WorkflowEnvironment.StartLocalAsync(
            new() { SearchAttributes = [SearchAttributeKey.CreateKeyword("MyKeyword")] });
        var listed = await environment.Client.OperatorService.ListSearchAttributesAsync(new() { Namespace = "default" });
        listed.CustomAttributes.Keys.ShouldContain("MyKeyword");
    }

    [Fact]
    public async Task StartLocal_WhatEmbeddedServerLacks_IsRefused() =>
        (await Should.ThrowAsync<InvalidOperationException>(() => WorkflowEnvironment.StartLocalAsync(new() { UI = true })))
            .Message.ShouldContain("ExistingPath");

    [SkippableFact]
    public async Task StartLocal_ExistingPath_RunsThatServer()
    {
        var path = Path.Combine(RealServer.Folder, "temporal");
        Skip.IfNot(File.Exists(path), $"Temporal's command line is not at {path}");
        await using var environment = await WorkflowEnvironment.StartLocalAsync(new()
        {
            DevServerOptions = new() { ExistingPath = path, LogLevel = "never" },
            SearchAttributes = [SearchAttributeKey.CreateKeyword("MyKeyword")],
        });
        var handle = await environment.Client.StartWorkflowAsync("Any", [], new("id", "queue")
        {
            TypedSearchAttributes = new SearchAttributeCollection.Builder()
                .Set(SearchAttributeKey.CreateKeyword("MyKeyword"), "value").ToSearchAttributeCollection(),
        });
        var description = await handle.DescribeAsync();
        description.TypedSearchAttributes.Get(SearchAttributeKey.CreateKeyword("MyKeyword")).ShouldBe("value");
    }
}
