using Temporalio.Api.Enums.V1;
using Temporalio.Tests.Servers;
using Temporalio.Worker;
using Temporalio.Worker.Tasks;

namespace Temporalio.Tests.Worker.Tasks;

[Collection(EmbeddedServerCollection.Name)]
public class PayloadLimitsTests(EmbeddedServerFixture server)
{
    [Fact]
    public void Check_OverTheNamespacesLimit_FailsTheTask()
    {
        var thrown = Should.Throw<TaskTooLargeException>(() => Limits(new("q")).Check([RawWorker.Complete(new string('x', 1000))]));
        thrown.Message.ShouldStartWith("[TMPRL1103] Attempted to upload payloads with size that exceeded the error limit.");
        thrown.Cause.ShouldBe(WorkflowTaskFailedCause.PayloadsTooLarge);
    }

    [Fact]
    public void Check_UnderTheLimitOrUnchecked_LetsItPass()
    {
        Limits(new("q")).Check([RawWorker.Complete(new string('x', 900))]);
        Limits(new("q") { DisablePayloadErrorLimit = true }).Check([RawWorker.Complete(new string('x', 1000))]);
    }

    private PayloadLimits Limits(TemporalWorkerOptions options) => new(new(server.Client, options) { PayloadsErrorSize = 1000 });
}
