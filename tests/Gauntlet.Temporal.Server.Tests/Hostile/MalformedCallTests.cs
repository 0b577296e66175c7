using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Server.Host;
using Gauntlet.Temporal.Server.Tests.Engine;
using Gauntlet.Temporal.Server.Tests.Host;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Tests.Hostile;

// Every method of the service, called with nonsense: each call ends with a status, and nothing is left behind.
[Collection(HostileCollection.Name)]
public sealed class MalformedCallTests
{
    private const int Rounds = 20;

    // What the real server says where it meets a nothing that it had not expected.
    private const string Known = "something went wrong, please retry";

    private static readonly string[] Makers = ["StartWorkflowExecution", "SignalWithStartWorkflowExecution", "ExecuteMultiOperation", "CreateSchedule"];

    private static readonly IReadOnlyList<MethodDescriptor> Methods =
        [.. ServiceReflection.Descriptor.Services.Single(static service => service.FullName == ServiceNames.Workflow).Methods.Where(static method => !method.Name.StartsWith("Poll", StringComparison.Ordinal))];

    [Fact]
    public async Task BytesThatAreNoMessage_ToAnyMethod_AreRefusedAsGrpcForGoDoes()
    {
        await using var server = await TestServer.StartAsync();

        // Field 1, length-delimited, longer than what follows.
        var broken = new BrokenMessage(0x0A, 0x7F, 0x01);
        foreach (var method in Methods)
        {
            var refusal = await RefusalAsync(server, method, broken);
            if (refusal!.Code == GrpcStatusCode.Unimplemented) continue;
            refusal.Code.ShouldBe(GrpcStatusCode.Internal, method.Name);
            refusal.Detail.ShouldStartWith("grpc: error unmarshalling request: ", customMessage: method.Name);
        }
    }

    [Fact]
    public async Task RandomFields_ToAnyMethod_NeverBreakTheServer()
    {
        await using var worker = await HandWorker.StartAsync();
        var random = new Random(20260102);
        var broken = new List<string>();
        var accepted = 0;
        foreach (var method in Methods)
        {
            for (var round = 0; round < Rounds; round++)
            {
                var request = RandomMessages.Of(method.InputType, random, depth: 3);
                if (request.Descriptor.FindFieldByName("namespace") is { } space && round % 2 == 0) space.Accessor.SetValue(request, HandWorker.Namespace);
                var refusal = await RefusalAsync(worker.Server, method, request);
                if (refusal is null && Makers.Contains(method.Name)) accepted++;
                if (refusal?.Code == GrpcStatusCode.Internal && !refusal.Detail.StartsWith(Known, StringComparison.Ordinal)) broken.Add($"{method.Name}: {refusal.Detail} {request}");
            }
        }

        broken.ShouldBeEmpty();

        // Whatever is there came with a call that was let in.
        (await worker.Server.WorkflowAsync<ListWorkflowExecutionsRequest, ListWorkflowExecutionsResponse>(new() { Namespace = HandWorker.Namespace })).Executions.Count
            .ShouldBeLessThanOrEqualTo(accepted);
        (await worker.Server.WorkflowAsync<ListSchedulesRequest, ListSchedulesResponse>(new() { Namespace = HandWorker.Namespace })).Schedules.Count
            .ShouldBeLessThanOrEqualTo(accepted);

        // Among what came was that nothing may start in the first namespace any more.
        await worker.Server.WorkflowAsync<RegisterNamespaceRequest, RegisterNamespaceResponse>(
            new() { Namespace = "after", WorkflowExecutionRetentionPeriod = Duration.FromTimeSpan(TimeSpan.FromDays(1)) });
        (await worker.StartWorkflowAsync("after", static request => request.Namespace = "after")).RunId.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task EmptyRequests_ToAnyMethod_LeaveNothingBehind()
    {
        await using var worker = await HandWorker.StartAsync();
        foreach (var method in Methods)
        {
            var request = (IMessage)Activator.CreateInstance(method.InputType.ClrType)!;
            if (request.Descriptor.FindFieldByName("namespace") is { } space) space.Accessor.SetValue(request, HandWorker.Namespace);
            await RefusalAsync(worker.Server, method, request);
        }

        (await worker.Server.WorkflowAsync<ListWorkflowExecutionsRequest, ListWorkflowExecutionsResponse>(new() { Namespace = "default" })).Executions.ShouldBeEmpty();
        (await worker.Server.WorkflowAsync<ListSchedulesRequest, ListSchedulesResponse>(new() { Namespace = "default" })).Schedules.ShouldBeEmpty();
        (await worker.Server.WorkflowAsync<ListBatchOperationsRequest, ListBatchOperationsResponse>(new() { Namespace = "default" })).OperationInfo.ShouldBeEmpty();
    }

    private static async Task<GrpcException?> RefusalAsync(TestServer server, MethodDescriptor method, IMessage request)
    {
        try
        {
            await server.CallAsync(method.Name, request);
            return null;
        }
        catch (GrpcException refusal)
        {
            return refusal;
        }
    }
}
