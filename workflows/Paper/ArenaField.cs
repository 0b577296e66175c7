using Gauntlet.Contracts.Paper;

namespace Gauntlet.Workflows.Paper;

/// <summary>Who may come to an arena, who waits for a round, who trades, and how far they are.</summary>
/// <remarks>
/// | place | on | becomes |
/// | expected | arrived | waiting |
/// | waiting | seated | trading |
/// | trading | arrived | trading, with its days |
/// | any | left | gone |
/// | gone | arrived | waiting: it was tried again |
/// </remarks>
internal sealed class ArenaField(IReadOnlyList<int> expected)
{
    private readonly Dictionary<int, (ArenaPlace Place, int Days, int Total)> _members = expected.ToDictionary(trial => trial, _ => (ArenaPlace.Expected, 0, 0));

    /// <summary>Nobody is still to come.</summary>
    public bool IsGathered => _members.Values.All(member => member.Place != ArenaPlace.Expected);

    /// <summary>Those that wait for a round, the best of training first.</summary>
    public IReadOnlyList<int> Waiting => In(ArenaPlace.Waiting);

    /// <summary>Those that trade, the best of training first.</summary>
    public IReadOnlyList<int> Trading => In(ArenaPlace.Trading);

    /// <summary>Days of a session; 0 while nobody has come.</summary>
    public int Total => _members.Values.Select(member => member.Total).DefaultIfEmpty().Max();

    /// <summary>Whether all that trade have completed a day.</summary>
    public bool HaveCompleted(int day) => _members.Values.All(member => member.Place != ArenaPlace.Trading || member.Days >= day);

    public void Arrive(ArenaArrival arrival)
    {
        var place = _members.TryGetValue(arrival.Trial, out var member) && member.Place == ArenaPlace.Trading ? ArenaPlace.Trading : ArenaPlace.Waiting;
        _members[arrival.Trial] = (place, arrival.Days, arrival.Total);
    }

    public void Seat(int trial) => _members[trial] = _members[trial] with { Place = ArenaPlace.Trading };

    public void Leave(int trial)
    {
        if (_members.TryGetValue(trial, out var member)) _members[trial] = member with { Place = ArenaPlace.Gone };
    }

    private List<int> In(ArenaPlace place)
    {
        var latecomers = _members.Keys.Except(expected).Order();
        return [.. expected.Concat(latecomers).Where(trial => _members[trial].Place == place)];
    }
}

/// <summary>Where a candidate of an arena is.</summary>
internal enum ArenaPlace
{
    Expected,
    Waiting,
    Trading,
    Gone,
}
