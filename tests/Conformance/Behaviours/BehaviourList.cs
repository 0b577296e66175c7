namespace Gauntlet.Conformance.Tests.Behaviours;

/// <summary>Collects behaviours of an area, and the scenes that their workflows play.</summary>
/// <param name="area">First word of every name.</param>
internal sealed class BehaviourList(string area)
{
    /// <summary>What was added.</summary>
    public List<Behaviour> Behaviours { get; } = [];

    /// <summary>Workflow code by name of its behaviour.</summary>
    public Dictionary<string, Func<SceneWorkflow, Task<string>>> Scenes { get; } = new(StringComparer.Ordinal);

    /// <summary>A workflow that runs to its end; what was seen is its result or failure and its history.</summary>
    public void Add(string name, Func<Task<string>> scene) => Add(name, _ => scene());

    /// <summary>A workflow that runs to its end; what was seen is its result or failure and its history.</summary>
    public void Add(string name, Func<SceneWorkflow, Task<string>> scene) => Add(name, scene, (stage, key) => stage.ExecuteAsync(key));

    /// <summary>A workflow and what its caller does with it.</summary>
    public void Add(string name, Func<SceneWorkflow, Task<string>> scene, Func<Stage, string, Task<string>> caller)
    {
        var key = $"{area}: {name}";
        Scenes.Add(key, scene);
        Behaviours.Add(new(key, stage => caller(stage, key)));
    }

    /// <summary>Something that a caller does.</summary>
    public void AddCall(string name, Func<Stage, Task<string>> call) => Behaviours.Add(new($"{area}: {name}", call));
}
