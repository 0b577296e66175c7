using System.Reflection;
using System.Runtime.CompilerServices;
using Temporalio.Client;
using Temporalio.Extensions.DiagnosticSource;
using Temporalio.Extensions.Hosting;
using Temporalio.Extensions.OpenTelemetry;

namespace Gauntlet.Conformance.Tests.Api;

/// <summary>What our packages make public or protected.</summary>
internal static class ManagedApi
{
    internal const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic |
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Type[] Packages = [typeof(TemporalClient), typeof(TemporalWorkerService), typeof(TracingInterceptor), typeof(CustomMetricMeter)];

    /// <summary>Types and members that code outside can reach, by documentation id; overrides and what compilers make included.</summary>
    public static IReadOnlyDictionary<string, MemberInfo> Members { get; } = Packages
        .SelectMany(type => type.Assembly.GetExportedTypes())
        .Where(type => !type.IsNestedPrivate)
        .SelectMany(type => type.GetMembers(Declared).Where(member => member is not Type && IsVisible(member)).Append(type))
        .Where(member => member.Name != "<Clone>$")
        .ToDictionary(DocumentationId.Of, StringComparer.Ordinal);

    public static bool IsVisible(MemberInfo member) => member switch
    {
        MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
        FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsVisible),
        EventInfo @event => IsVisible(@event.AddMethod!),
        _ => false,
    };

    /// <summary>Whether compilers make a member by themselves, so that the list leaves it out.</summary>
    public static bool IsCompilerMade(MemberInfo member) =>
        member.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) ||
        (member is MethodInfo { IsSpecialName: true, Name: var name } && !name.StartsWith("op_", StringComparison.Ordinal)) ||
        member is FieldInfo { IsSpecialName: true } ||
        (IsRecord(member.DeclaringType) && member.Name is "Equals" or "GetHashCode" or "ToString" or "Deconstruct" or "PrintMembers" or "EqualityContract" or "op_Equality" or "op_Inequality") ||
        (member is ConstructorInfo constructor && IsRecord(member.DeclaringType) &&
            constructor.GetParameters() is [{ ParameterType: var only }] && only == member.DeclaringType);

    /// <summary>Whether a member only says anew what a base type has.</summary>
    public static bool IsOverride(MemberInfo member) => member switch
    {
        MethodInfo method => method.GetBaseDefinition().DeclaringType != method.DeclaringType,
        PropertyInfo { GetMethod: { } get } => get.GetBaseDefinition().DeclaringType != get.DeclaringType,
        _ => false,
    };

    public static bool IsRecord(Type? type) => type?.GetMethod("<Clone>$", Declared) is not null;
}
