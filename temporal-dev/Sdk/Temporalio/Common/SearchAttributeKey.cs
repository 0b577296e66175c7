using Temporalio.Api.Enums.V1;

namespace Temporalio.Common;

/// <summary>Name and type of a search attribute.</summary>
public class SearchAttributeKey : IComparable<SearchAttributeKey>, IEquatable<SearchAttributeKey>
{
    /// <summary>Creates a key.</summary>
    internal SearchAttributeKey(string name, IndexedValueType valueType)
    {
        Name = name;
        ValueType = valueType;
    }

    /// <summary>Name of the attribute.</summary>
    public string Name { get; private init; }

    /// <summary>Type of its values.</summary>
    public IndexedValueType ValueType { get; private init; }

    /// <summary>Whether both have the same name and type.</summary>
    /// <param name="left">One key.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(SearchAttributeKey? left, SearchAttributeKey? right) => Equals(left, right);

    /// <summary>Whether name or type differ.</summary>
    /// <param name="left">One key.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(SearchAttributeKey? left, SearchAttributeKey? right) => !Equals(left, right);

    /// <summary>Order by name, then type.</summary>
    /// <param name="left">One key.</param>
    /// <param name="right">The other.</param>
    public static bool operator <(SearchAttributeKey? left, SearchAttributeKey? right) => Compare(left, right) < 0;

    /// <summary>Order by name, then type.</summary>
    /// <param name="left">One key.</param>
    /// <param name="right">The other.</param>
    public static bool operator <=(SearchAttributeKey? left, SearchAttributeKey? right) => Compare(left, right) <= 0;

    /// <summary>Order by name, then type.</summary>
    /// <param name="left">One key.</param>
    /// <param name="right">The other.</param>
    public static bool operator >(SearchAttributeKey? left, SearchAttributeKey? right) => Compare(left, right) > 0;

    /// <summary>Order by name, then type.</summary>
    /// <param name="left">One key.</param>
    /// <param name="right">The other.</param>
    public static bool operator >=(SearchAttributeKey? left, SearchAttributeKey? right) => Compare(left, right) >= 0;

    /// <summary>A key for texts that are searched by words.</summary>
    /// <param name="name">Name of the attribute.</param>
    /// <returns>The key.</returns>
    public static SearchAttributeKey<string> CreateText(string name) => new(name, IndexedValueType.Text);

    /// <summary>A key for texts that are compared as a whole.</summary>
    /// <param name="name">Name of the attribute.</param>
    /// <returns>The key.</returns>
    public static SearchAttributeKey<string> CreateKeyword(string name) => new(name, IndexedValueType.Keyword);

    /// <summary>A key for whole numbers.</summary>
    /// <param name="name">Name of the attribute.</param>
    /// <returns>The key.</returns>
    public static SearchAttributeKey<long> CreateLong(string name) => new(name, IndexedValueType.Int);

    /// <summary>A key for numbers.</summary>
    /// <param name="name">Name of the attribute.</param>
    /// <returns>The key.</returns>
    public static SearchAttributeKey<double> CreateDouble(string name) => new(name, IndexedValueType.Double);

    /// <summary>A key for yes and no.</summary>
    /// <param name="name">Name of the attribute.</param>
    /// <returns>The key.</returns>
    public static SearchAttributeKey<bool> CreateBool(string name) => new(name, IndexedValueType.Bool);

    /// <summary>A key for points in time.</summary>
    /// <param name="name">Name of the attribute.</param>
    /// <returns>The key.</returns>
    public static SearchAttributeKey<DateTimeOffset> CreateDateTimeOffset(string name) =>
        new(name, IndexedValueType.Datetime);

    /// <summary>A key for several keywords.</summary>
    /// <param name="name">Name of the attribute.</param>
    /// <returns>The key.</returns>
    public static SearchAttributeKey<IReadOnlyCollection<string>> CreateKeywordList(string name) =>
        new(name, IndexedValueType.KeywordList);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as SearchAttributeKey);

    /// <summary>Whether both have the same name and type.</summary>
    /// <param name="other">The other key.</param>
    /// <returns>True if they do.</returns>
    public bool Equals(SearchAttributeKey? other) =>
        other is not null && Name == other.Name && ValueType == other.ValueType;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Name, ValueType);

    /// <summary>Order by name, then type.</summary>
    /// <param name="other">The other key.</param>
    /// <returns>Negative, 0 or positive.</returns>
    public int CompareTo(SearchAttributeKey? other)
    {
        if (other is null)
        {
            return 1;
        }

        var byName = string.CompareOrdinal(Name, other.Name);
        return byName != 0 ? byName : ValueType.CompareTo(other.ValueType);
    }

    private static int Compare(SearchAttributeKey? left, SearchAttributeKey? right) =>
        Comparer<SearchAttributeKey>.Default.Compare(left, right);
}
