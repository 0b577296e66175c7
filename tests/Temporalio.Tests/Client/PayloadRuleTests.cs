using Google.Protobuf;
using Google.Protobuf.Reflection;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Protocol.V1;
using Temporalio.Api.Query.V1;
using Temporalio.Api.Schedule.V1;
using Temporalio.Api.Workflow.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client;

namespace Temporalio.Tests.Client;

public class PayloadRuleTests
{
    [Fact]
    public void Fields_AllOfThem_AreFieldsOfTheApi()
    {
        MessageDescriptor[] messages =
        [
            .. RequestResponseReflection.Descriptor.MessageTypes,
            .. Command.Descriptor.File.MessageTypes,
            .. Message.Descriptor.File.MessageTypes,
            .. WorkflowQuery.Descriptor.File.MessageTypes,
            .. NewWorkflowExecutionInfo.Descriptor.File.MessageTypes,
        ];
        var known = messages.SelectMany(message => message.Fields.InDeclarationOrder()).Select(field => field.FullName).ToHashSet();
        PayloadRules.Fields.Where(field => !known.Contains(field)).ShouldBeEmpty();
    }

    // What the server counts of each (sdk-rust, payload_limits.rs): names and data of what is upserted, names and whole payloads of a marker.
    [Fact]
    public void Upserts_AreCountedByNamesAndData()
    {
        var memo = new Memo { Fields = { ["ab"] = Of(10), ["cde"] = Of(20) } };
        Sizes(new Command { ModifyWorkflowPropertiesCommandAttributes = new() { UpsertedMemo = memo } }).ShouldBe([("commands[0].modify_workflow_properties_command_attributes.upserted_memo", 35)]);
        var attributes = new SearchAttributes { IndexedFields = { ["ab"] = Of(10), ["cde"] = Of(20) } };
        Sizes(new Command { UpsertWorkflowSearchAttributesCommandAttributes = new() { SearchAttributes = attributes } })
            .ShouldBe([("commands[0].upsert_workflow_search_attributes_command_attributes.search_attributes", 35)]);
    }

    [Fact]
    public void Markers_AreCountedWithTheirNames()
    {
        var details = new Payloads { Payloads_ = { Of(100) } };
        var marker = new Command { RecordMarkerCommandAttributes = new() { Details = { ["marker"] = details } } };
        Sizes(marker).ShouldBe([("commands[0].record_marker_command_attributes.details", 6L + details.CalculateSize())]);
    }

    [Fact]
    public void Headers_SearchAttributesOfAStart_AndSummaries_AreNotCounted() => PayloadSize.Of(
        new StartWorkflowExecutionRequest
        {
            Header = new() { Fields = { ["h"] = Of(100) } },
            SearchAttributes = new() { IndexedFields = { ["s"] = Of(100) } },
            UserMetadata = new() { Summary = Of(100) },
        },
        0).ShouldBeEmpty();

    [Fact]
    public void Failures_OfActivities_AreNeverRefused()
    {
        var request = new RespondActivityTaskFailedRequest { Failure = new() { Message = new string('x', 1000) } };
        PayloadSize.Of(request, 100).ShouldHaveSingleItem().Rule.IsRefused.ShouldBeFalse();
    }

    [Fact]
    public void Schedules_AreCountedByWhatTheyStart() => PayloadSize.Of(
        new CreateScheduleRequest
        {
            Schedule = new Schedule { Action = new() { StartWorkflow = new() { Input = new() { Payloads_ = { Of(100) } } } } },
        },
        10).ShouldHaveSingleItem().Field.ShouldBe("schedule.action.start_workflow.input");

    private static (string Field, long Bytes)[] Sizes(Command command) =>
        [.. PayloadSize.Of(new RespondWorkflowTaskCompletedRequest { Commands = { command } }, 0).Select(size => (size.Field, size.Bytes))];

    private static Payload Of(int bytes) => new() { Data = ByteString.CopyFrom(new byte[bytes]) };
}
