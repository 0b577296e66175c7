using Microsoft.Extensions.DependencyInjection;

namespace Temporalio.Extensions.Hosting;

/// <summary>
/// The services of the activity that is running. An interceptor may set either before the activity starts; what it
/// sets is used, and is its own to dispose of.
/// </summary>
public static class ActivityScope
{
    private static readonly AsyncLocal<IServiceScope?> CurrentScope = new();
    private static readonly AsyncLocal<object?> CurrentInstance = new();

    /// <summary>Scope of the running activity; null outside of one.</summary>
    public static IServiceScope? ServiceScope
    {
        get => CurrentScope.Value;
        set => CurrentScope.Value = value;
    }

    /// <summary>Object whose method is the running activity; null outside of one, and of a static method.</summary>
    public static object? ScopedInstance
    {
        get => CurrentInstance.Value;
        set => CurrentInstance.Value = value;
    }
}
