import { OWNER } from '../../workflows/orders/exception-record';

test('BAK-58 BAK-61 BAK-72 BAK-76 BAK-81 BAK-86 whose a problem is first', () => {
  expect(OWNER).toEqual({
    'ingredient-shortage': 'production-supervisor',
    'process-problem': 'store-manager',
    'food-safety': 'food-safety-committee',
    'delivery-problem': 'customer-service',
    'severe-weather': 'customer-service',
    'receipt-problem': 'delivery-staff',
    other: 'production-supervisor',
  });
});
