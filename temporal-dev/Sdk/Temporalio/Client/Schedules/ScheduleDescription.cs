using Temporalio.Api.WorkflowService.V1;
using Temporalio.Common;
using Temporalio.Converters;

namespace Temporalio.Client.Schedules;

/// <summary>What the server knows of a schedule.</summary>
public class ScheduleDescription
{
    private readonly Lazy<IReadOnlyDictionary<string, IEncodedRawValue>> _memo;
    private readonly Lazy<SearchAttributeCollection> _searchAttributes;

    /// <summary>Creates it from what the server sent.</summary>
    /// <param name="id">Schedule id.</param>
    /// <param name="schedule">The schedule.</param>
    /// <param name="rawDescription">What the server sent.</param>
    /// <param name="dataConverter">Converter for the memo.</param>
    protected internal ScheduleDescription(
        string id, Schedule schedule, DescribeScheduleResponse rawDescription, DataConverter dataConverter)
    {
        Id = id;
        Schedule = schedule;
        Info = ScheduleInfo.FromProto(rawDescription.Info);
        _memo = new(() => RawMemo.Read(rawDescription.Memo, dataConverter));
        _searchAttributes = new(() => rawDescription.SearchAttributes is null
            ? SearchAttributeCollection.Empty
            : SearchAttributeCollection.FromProto(rawDescription.SearchAttributes));
    }

    /// <summary>Schedule id.</summary>
    public string Id { get; private init; }

    /// <summary>What it has done and will do.</summary>
    public ScheduleInfo Info { get; private init; }

    /// <summary>Memo, decoded when it is read.</summary>
    public IReadOnlyDictionary<string, IEncodedRawValue> Memo => _memo.Value;

    /// <summary>The schedule.</summary>
    public Schedule Schedule { get; private init; }

    /// <summary>Search attributes.</summary>
    public SearchAttributeCollection TypedSearchAttributes => _searchAttributes.Value;
}
