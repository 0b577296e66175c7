using Temporalio.Api.Schedule.V1;
using Temporalio.Common;
using Temporalio.Converters;

namespace Temporalio.Client.Schedules;

/// <summary>What the server lists of a schedule.</summary>
public class ScheduleListDescription
{
    private readonly Lazy<IReadOnlyDictionary<string, IEncodedRawValue>> _memo;
    private readonly Lazy<SearchAttributeCollection> _searchAttributes;

    /// <summary>Creates it from what the server sent.</summary>
    /// <param name="rawEntry">What the server sent.</param>
    /// <param name="dataConverter">Converter for the memo.</param>
    protected internal ScheduleListDescription(ScheduleListEntry rawEntry, DataConverter dataConverter)
    {
        Id = rawEntry.ScheduleId;
        Schedule = rawEntry.Info is null ? null : ScheduleListSchedule.FromProto(rawEntry.Info);
        Info = rawEntry.Info is null ? null : ScheduleListInfo.FromProto(rawEntry.Info);
        _memo = new(() => RawMemo.Read(rawEntry.Memo, dataConverter));
        _searchAttributes = new(() => rawEntry.SearchAttributes is null
            ? SearchAttributeCollection.Empty
            : SearchAttributeCollection.FromProto(rawEntry.SearchAttributes));
    }

    /// <summary>Schedule id.</summary>
    public string Id { get; private init; }

    /// <summary>What it has done and will do; null while the store does not know yet.</summary>
    public ScheduleListInfo? Info { get; private init; }

    /// <summary>Memo, decoded when it is read.</summary>
    public IReadOnlyDictionary<string, IEncodedRawValue> Memo => _memo.Value;

    /// <summary>The schedule; null while the store does not know yet.</summary>
    public ScheduleListSchedule? Schedule { get; private init; }

    /// <summary>Search attributes.</summary>
    public SearchAttributeCollection TypedSearchAttributes => _searchAttributes.Value;
}
