namespace Temporalio.Activities;

/// <summary>Marks a method as an activity.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class ActivityAttribute : Attribute
{
    /// <summary>Uses the method name, without a trailing "Async" if the method returns a task.</summary>
    public ActivityAttribute()
    {
    }

    /// <summary>Uses a name of its own.</summary>
    /// <param name="name">Activity type name; must not start with "__temporal".</param>
    public ActivityAttribute(string name) => Name = name;

    /// <summary>Given name, or null for the default.</summary>
    public string? Name { get; }

    /// <summary>Whether this activity runs for every type that has none of its own. Default false. Then no name may be given and
    /// the only parameter is <c>IRawValue[]</c>.</summary>
    public bool Dynamic { get; set; }
}
