using Temporalio.Activities;

namespace Temporalio.Tests.Extensions;

public static class TracedActivities
{
    [Activity]
    public static string Greet(string name) => $"Hello, {name}!";
}
