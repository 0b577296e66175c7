using Temporalio.Api.Common.V1;
using Temporalio.Exceptions;

namespace Temporalio.Tests.Exceptions;

public sealed class ExceptionTests
{
    [Fact]
    public void IsCanceledException_Kinds_AreToldApart()
    {
        TemporalException.IsCanceledException(new TaskCanceledException()).ShouldBeTrue();
        TemporalException.IsCanceledException(new CanceledFailureException("c")).ShouldBeTrue();
        TemporalException.IsCanceledException(new ChildWorkflowFailureException(
            new() { ChildWorkflowExecutionFailureInfo = new() }, new CanceledFailureException("c"))).ShouldBeTrue();
        TemporalException.IsCanceledException(new ActivityFailureException(
            new() { ActivityFailureInfo = new() }, new ApplicationFailureException("a"))).ShouldBeFalse();
        TemporalException.IsCanceledException(new ApplicationFailureException("a", new OperationCanceledException())).ShouldBeFalse();
    }

    [Fact]
    public void RpcException_RawStatus_IsParsed()
    {
        var status = new GrpcStatus { Code = 5, Message = "m" };
        var exception = new RpcException(RpcException.StatusCode.NotFound, "m", Google.Protobuf.MessageExtensions.ToByteArray(status));
        exception.GrpcStatus.Value.ShouldBe(status);
        new RpcException(RpcException.StatusCode.Unknown, "m", null).GrpcStatus.Value.ShouldBeNull();
    }

    [Fact]
    public void OutboundDetails_ElementAt_IsValueItself()
    {
        var exception = new ApplicationFailureException("m", details: [1, "x"]);
        exception.Details.Count.ShouldBe(2);
        exception.Details.ElementAt<string>(1).ShouldBe("x");
        Should.Throw<ArgumentOutOfRangeException>(() => exception.Details.ElementAt<string>(2));
        new ApplicationFailureException("m").Details.Count.ShouldBe(0);
    }

    [Fact]
    public void Messages_ThatUsersMatch_AreOfficial()
    {
        new WorkflowFailedException(null).Message.ShouldBe("Workflow failed");
        new WorkflowUpdateFailedException(null).Message.ShouldBe("Workflow update failed");
        new ScheduleAlreadyRunningException().Message.ShouldBe("Schedule already running");
        new AsyncActivityCanceledException().Message.ShouldBe("Activity cancelled");
        new WorkflowContinuedAsNewException("r").NewRunId.ShouldBe("r");
    }
}
