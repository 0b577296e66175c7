using System.Reflection;

namespace Gauntlet.Conformance.Tests.Api;

/// <summary>Which reference types of a signature are annotated as nullable, in the words of the list.</summary>
/// <remarks>A position is <c>return</c> or a parameter's name, then <c>{k}</c> for type argument k and <c>[]</c> for an array's element.</remarks>
internal static class Nullability
{
    private const byte NotNull = 1;
    private const byte Nullable = 2;

    private static readonly NullabilityInfoContext Context = new();

    public static IEnumerable<string> Of(PropertyInfo property)
    {
        if (property.PropertyType.IsGenericParameter)
        {
            var mark = Mark(property.CustomAttributes, "NullableAttribute") ?? MarkAround(property.DeclaringType);
            return Fact(mark == Nullable ? ["return"] : []);
        }

        return Fact(Positions("return", Context.Create(property), property.GetMethod is null));
    }

    public static IEnumerable<string> Of(MethodBase method)
    {
        var positions = method is MethodInfo { ReturnParameter: { } result } && result.ParameterType != typeof(void)
            ? Positions("return", Context.Create(result), written: false)
            : [];
        return Fact(positions.Concat(method.GetParameters().SelectMany(Positions)));
    }

    /// <summary>Whether a type parameter is constrained to what cannot be null.</summary>
    public static bool IsNotNull(Type parameter) =>
        (Mark(parameter.CustomAttributes, "NullableAttribute") ?? MarkAround((MemberInfo?)parameter.DeclaringMethod ?? parameter.DeclaringType)) == NotNull;

    private static byte? MarkOf(ParameterInfo parameter) =>
        Mark(parameter.CustomAttributes, "NullableAttribute") ?? MarkAround(parameter.Member);

    // Compilers leave out the mark of a place where its surroundings say the same.
    private static byte? MarkAround(MemberInfo? outer)
    {
        for (; outer is not null; outer = outer.DeclaringType)
        {
            if (Mark(outer.CustomAttributes, "NullableContextAttribute") is { } context) return context;
        }

        return null;
    }

    private static byte? Mark(IEnumerable<CustomAttributeData> attributes, string name) => attributes
        .FirstOrDefault(attribute => attribute.AttributeType.Name == name)?.ConstructorArguments is [{ Value: byte mark }] ? mark : null;

    private static IEnumerable<string> Fact(IEnumerable<string> positions)
    {
        var list = string.Join(" | ", positions);
        if (list.Length > 0) yield return $"nullable={list}";
    }

    // What a type parameter stands for may be nullable without a mark, so that only the mark counts.
    private static IEnumerable<string> Positions(ParameterInfo parameter) => parameter.ParameterType.IsGenericParameter
        ? (MarkOf(parameter) == Nullable ? [parameter.Name!] : [])
        : Positions(parameter.Name!, Context.Create(parameter), !parameter.IsOut);

    private static IEnumerable<string> Positions(string place, NullabilityInfo info, bool written)
    {
        var type = info.Type.GetElementType() is { IsGenericParameter: true } referred && info.Type.IsByRef ? referred : info.Type;
        var state = written ? info.WriteState : info.ReadState;
        if (state == NullabilityState.Nullable && !type.IsValueType && !type.IsGenericParameter) yield return place;
        if (info.ElementType is { } element)
        {
            foreach (var position in Positions(place + "[]", element, written)) yield return position;
        }

        for (var i = 0; i < info.GenericTypeArguments.Length; i++)
        {
            foreach (var position in Positions($"{place}{{{i}}}", info.GenericTypeArguments[i], written)) yield return position;
        }
    }
}
