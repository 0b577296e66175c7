namespace Gauntlet.Domain.Training.Sampling;

/// <summary>What a sampler has learnt from a history, one trial after the other; remembered, so that a suggestion costs the same at any number of trials.</summary>
/// <remarks>It depends on the ended trials before a number only. Asked for less than it has taken in, it begins again.</remarks>
/// <typeparam name="TModel">What is learnt.</typeparam>
/// <param name="create">Makes the model that has learnt nothing.</param>
/// <param name="learn">Takes in the next trial.</param>
internal sealed class TrialFold<TModel>(Func<TrialHistory, TModel> create, Action<TModel, TrialPoint> learn)
    where TModel : class
{
    private TrialHistory? _history;
    private TModel? _model;
    private int _taken;

    /// <summary>The model that knows the ended trials before a number, up to the first that still runs.</summary>
    public TModel Before(TrialHistory history, int number)
    {
        var points = history.Points;
        if (_model is null || _history != history || _taken > points.Length || (_taken > 0 && points[_taken - 1].Number >= number)) (_history, _model, _taken) = (history, create(history), 0);
        for (; _taken < points.Length && points[_taken].Number < number && points[_taken].Kind != TrialKind.Running; _taken++) learn(_model, points[_taken]);
        return _model;
    }
}
