namespace Gauntlet.Domain.Training;

/// <summary>The coordinates of one axis in rising order, each with the number of its trial; equal ones in the order of trials.</summary>
/// <remarks>Kept sorted while trials come in, so that a suggestion does not sort its whole history again.</remarks>
internal sealed class SortedColumn
{
    private double[] _values = new double[16];
    private int[] _numbers = new int[16];
    private int _count;

    public ReadOnlySpan<double> Values => _values.AsSpan(0, _count);

    public ReadOnlySpan<int> Numbers => _numbers.AsSpan(0, _count);

    public void Add(double value, int number)
    {
        if (_count == _values.Length)
        {
            Array.Resize(ref _values, 2 * _count);
            Array.Resize(ref _numbers, 2 * _count);
        }

        var place = PlaceOf(value, number);
        Array.Copy(_values, place, _values, place + 1, _count - place);
        Array.Copy(_numbers, place, _numbers, place + 1, _count - place);
        _values[place] = value;
        _numbers[place] = number;
        _count++;
    }

    public void Remove(double value, int number)
    {
        var place = PlaceOf(value, number);
        _count--;
        Array.Copy(_values, place + 1, _values, place, _count - place);
        Array.Copy(_numbers, place + 1, _numbers, place, _count - place);
    }

    private int PlaceOf(double value, int number)
    {
        var (low, high) = (0, _count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_values[middle] < value || (_values[middle] == value && _numbers[middle] < number)) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
